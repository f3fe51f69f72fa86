/** pdf.js with its parser, which it runs in the thread it is called from. Loaded on the first PDF: it is as big as the rest of the engine. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';

export {
  getDocument,
  InvalidPDFException,
  OPS,
  PasswordException,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

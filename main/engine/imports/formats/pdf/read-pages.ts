import { ArmillaryError } from '../../../../../contract/index.ts';
import { showLife } from '../../threads/life.ts';
import type { Fonts } from './fonts.ts';
import { readPage } from './pages.ts';
import type { PDFDocumentProxy } from './pdfjs.ts';
import type { Page } from './shapes.ts';

/** A document of more pages is none that a person reads, or a damaged one. */
const mostPages = 20_000;
/** More text than this, in characters, does not come in. */
const mostText = 50_000_000;
/** So many pages that cannot be read, one after the other, and the rest is not tried. */
const mostFailures = 50;
/** How long reading may take, in milliseconds. */
const longest = 300_000;

export interface ReadPages {
  pages: Page[];
  labels: string[];
  /** Indexes of pages that could not be read. */
  unread: number[];
}

/** Reads the pages one by one. */
export async function readPages(pdf: PDFDocumentProxy, fonts: Fonts): Promise<ReadPages> {
  const { numPages } = pdf;
  if (numPages > mostPages) throw tooMuch(`${numPages} pages`);
  const labels = await labelsOf(pdf);
  const pages: Page[] = [];
  const unread: number[] = [];
  const deadline = performance.now() + longest;
  let text = 0;
  for (let index = 0; index < numPages; index += 1) {
    showLife();
    if (performance.now() > deadline) throw tooMuch('more on its pages than can be read in five minutes');
    try {
      const page = await readPage(await pdf.getPage(index + 1), labels[index] ?? String(index + 1), fonts);
      pages.push(page);
      text += lengthOf(page);
    } catch (error) {
      if (error instanceof ArmillaryError) throw error;
      unread.push(index);
      const failures = unread.slice(-mostFailures);
      if (failures.length === mostFailures && (failures[0] ?? 0) === index - mostFailures + 1) break;
    }
    if (text > mostText) throw tooMuch('more than 50 million characters');
  }
  if (pages.length === 0) {
    throw new ArmillaryError(
      'invalid',
      'None of the pages of this PDF can be read: it is damaged. Nothing was imported. Get the file again, or open it in a PDF program and save it anew.',
    );
  }
  return { pages, labels, unread };
}

/** The names of the pages, `xii` or `12`; their numbers where the file names none. */
async function labelsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const labels: string[] | null = await pdf.getPageLabels().catch(() => null);
  return Array.from({ length: pdf.numPages }, (_, index) => labels?.[index]?.trim().slice(0, 40) || String(index + 1));
}

function lengthOf({ sheets }: Page): number {
  let length = 0;
  for (const { segments } of sheets) for (const { runs } of segments) for (const { text } of runs) length += text.length;
  return length;
}

function tooMuch(what: string): ArmillaryError {
  return new ArmillaryError('invalid', `This PDF has ${what}. Nothing was imported. Split it in a PDF program and import the parts.`);
}

export { importBibliography } from './import.ts';
export { type BibliographyKind, bibliographyKindOf } from './kind.ts';

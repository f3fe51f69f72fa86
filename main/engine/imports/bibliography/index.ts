export { importBibliography } from './import.ts';
export { takeInReferences } from './take-in.ts';

/** Raised when a reader gives another text for the same file; kept with each original, to know what it was read with. */
export const importerVersion = '3';

import type { Passage } from '../../contract/index.ts';

/** What stands above a card: the document whose passages begin here, or the words about detached passages. */
export type RowHeading = { kind: 'document'; documentId: string; title: string } | { kind: 'detached'; count: number };

export interface PassageRow {
  passage: Passage;
  headings: RowHeading[];
}

/**
 * The list as it reads: anchored passages in the order of the text, detached ones after them in a group of their own.
 * With `ofNotebook`, document by document in the order of their titles.
 */
export function passageRows(passages: readonly Passage[], { ofNotebook }: { ofNotebook: boolean }): PassageRow[] {
  const ordered = passages.toSorted(
    (a, b) => rank(a) - rank(b) || compareDocuments(a, b) || a.start - b.start || a.end - b.end || compareText(a.id, b.id),
  );
  const detached = passages.filter(isDetached).length;
  return ordered.map((passage, index) => {
    const before = ordered[index - 1];
    const headings: RowHeading[] = [];
    const beginsDetached = isDetached(passage) && (before === undefined || !isDetached(before));
    if (beginsDetached) headings.push({ kind: 'detached', count: detached });
    if (ofNotebook && (beginsDetached || before?.documentId !== passage.documentId)) {
      headings.push({ kind: 'document', documentId: passage.documentId, title: passage.documentTitle });
    }
    return { passage, headings };
  });
}

/** The row that the keyboard goes to when some are taken away: the next that stays, else the one before; -1 where none stays. */
export function neighbourOf(rows: readonly PassageRow[], at: number, isGoing: (row: PassageRow) => boolean): number {
  const next = rows.findIndex((row, index) => index > at && !isGoing(row));
  return next === -1 ? rows.findLastIndex((row, index) => index < at && !isGoing(row)) : next;
}

export function isDetached(passage: Passage): boolean {
  return passage.state === 'detached';
}

function rank(passage: Passage): number {
  return isDetached(passage) ? 1 : 0;
}

/** Most passages compared are of one document, and comparing titles as a language does takes its time. */
function compareDocuments(a: Passage, b: Passage): number {
  if (a.documentId === b.documentId) return 0;
  return a.documentTitle.localeCompare(b.documentTitle) || compareText(a.documentId, b.documentId);
}

/** Ids have no language: the order of their letters is the order of their making. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { ParagraphDifference } from '../../../contract/index.ts';

/** What a comparison shows in one place: a paragraph, or how many of them stand unchanged between two changes. */
export type ComparisonRow =
  | { kind: 'paragraph'; at: number; paragraph: ParagraphDifference; changed: boolean }
  | { kind: 'folded'; from: number; count: number };

/** Unchanged paragraphs shown on either side of a change, for the reader to know where it is. */
const around = 1;
/** Fewer unchanged paragraphs than these in a row are shown: the line that stands for them would take as much room. */
const fewest = 2;

export function isChanged({ parts, end }: ParagraphDifference): boolean {
  return end === 'added' || end === 'removed' || parts.some(({ kind }) => kind !== 'same');
}

/** The paragraphs of a comparison, with what stands unchanged folded away but for the stretches in `opened`, by where they begin. */
export function foldUnchanged(paragraphs: readonly ParagraphDifference[], opened: ReadonlySet<number>): ComparisonRow[] {
  const rows: ComparisonRow[] = [];
  let at = 0;
  while (at < paragraphs.length) {
    const end = endOfStretch(paragraphs, at);
    const changed = isChangedAt(paragraphs, at);
    const from = at === 0 ? 0 : at + around;
    const to = end === paragraphs.length ? end : end - around;
    const folds = !changed && to - from >= fewest && !opened.has(from);
    for (let index = at; index < end; index += 1) {
      const paragraph = paragraphs[index];
      if (folds && index === from) rows.push({ kind: 'folded', from, count: to - from });
      if (paragraph !== undefined && !(folds && index >= from && index < to))
        rows.push({ kind: 'paragraph', at: index, paragraph, changed });
    }
    at = end;
  }
  return rows;
}

/** Rows with which a place begins where the texts differ. */
export function changesIn(rows: readonly ComparisonRow[]): number[] {
  const differs = (row: ComparisonRow | undefined) => row?.kind === 'paragraph' && row.changed;
  return rows.flatMap((row, index) => (differs(row) && !differs(rows[index - 1]) ? [index] : []));
}

function endOfStretch(paragraphs: readonly ParagraphDifference[], from: number): number {
  const changed = isChangedAt(paragraphs, from);
  let end = from + 1;
  while (end < paragraphs.length && isChangedAt(paragraphs, end) === changed) end += 1;
  return end;
}

function isChangedAt(paragraphs: readonly ParagraphDifference[], index: number): boolean {
  const paragraph = paragraphs[index];
  return paragraph !== undefined && isChanged(paragraph);
}

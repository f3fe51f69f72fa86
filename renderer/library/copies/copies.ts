import type { DocumentSummary } from '../../../contract/index.ts';

/** Documents that are copies of one story. */
export interface CopyGroup {
  ids: readonly string[];
  /** Greater for a larger group, and no other group's: copies stand together where documents are ordered by it. */
  rank: number;
}

/** The group of each document that has copies in the library. */
export type Copies = ReadonlyMap<string, CopyGroup>;

export const noCopies: Copies = new Map();

export function copiesIn(groups: readonly (readonly string[])[]): Copies {
  const copies = new Map<string, CopyGroup>();
  groups.forEach((ids, index) => {
    const group = { ids, rank: ids.length + index / groups.length };
    for (const id of ids) copies.set(id, group);
  });
  return copies;
}

/** How a row stands among the copies of its story: above them, folded away or not, or as one of them below the first. */
export type Fold = { kind: 'first'; isOpen: boolean } | { kind: 'copy'; firstId: string } | { kind: 'alone' };

/** Of the rows that have copies in the list. */
export type Folds = ReadonlyMap<string, Fold>;

const alone: Fold = { kind: 'alone' };

/** Null where copies stand each in its own place. */
export function foldOf(folds: Folds | null, id: string): Fold | null {
  return folds === null ? null : (folds.get(id) ?? alone);
}

interface Gathered {
  rows: readonly DocumentSummary[];
  folds: Folds;
}

/**
 * Documents with the copies of one story under the first of them, which stands where it stood. They are rows only where one
 * of the group is among `unfolded`.
 */
export function gathered(documents: readonly DocumentSummary[], copies: Copies, unfolded: ReadonlySet<string>): Gathered {
  const listed = new Map<CopyGroup, DocumentSummary[]>();
  for (const document of documents) {
    const group = copies.get(document.id);
    if (group === undefined) continue;
    const others = listed.get(group);
    if (others === undefined) listed.set(group, [document]);
    else others.push(document);
  }
  const rows: DocumentSummary[] = [];
  const folds = new Map<string, Fold>();
  for (const document of documents) {
    const group = copies.get(document.id);
    const [first, ...others] = (group && listed.get(group)) ?? [];
    if (group === undefined || first === undefined || others.length === 0) rows.push(document);
    else if (first === document) {
      const isOpen = group.ids.some((id) => unfolded.has(id));
      rows.push(first, ...(isOpen ? others : []));
      folds.set(first.id, { kind: 'first', isOpen });
      if (isOpen) for (const { id } of others) folds.set(id, { kind: 'copy', firstId: first.id });
    }
  }
  return { rows, folds };
}

/** How many copies a row tells of, its own document among them; 0 for none, and where the row that it is under tells it. */
export function copiesTold(copies: Copies, fold: Fold | null, id: string): number {
  return fold?.kind === 'copy' ? 0 : (copies.get(id)?.ids.length ?? 0);
}

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

/** The copies of one story that a list shows under the first of them. */
export interface Story {
  /** In the order of the list. */
  copies: readonly DocumentSummary[];
  isOpen: boolean;
}

/** The story of each document that has copies in the list. */
export type Folds = ReadonlyMap<string, Story>;

/** How a row stands among the copies of its story: above them, folded away or not, or as one of them below the first. */
export type Fold = { kind: 'first'; isOpen: boolean } | { kind: 'copy'; firstId: string } | { kind: 'alone' };

/** Null where copies stand each in its own place. */
export function foldOf(folds: Folds | null, id: string): Fold | null {
  if (folds === null) return null;
  const story = folds.get(id);
  const firstId = story?.copies[0]?.id;
  if (story === undefined || firstId === undefined) return { kind: 'alone' };
  return firstId === id ? { kind: 'first', isOpen: story.isOpen } : { kind: 'copy', firstId };
}

/** Whether a document is a copy that no row shows. */
export function isFoldedAway(folds: Folds | null, id: string): boolean {
  const story = folds?.get(id);
  return story !== undefined && !story.isOpen && story.copies[0]?.id !== id;
}

/** The documents that a row stands for: where copies are folded away under it, all of them. */
export function documentsOf(document: DocumentSummary, folds: Folds | null): readonly DocumentSummary[] {
  const story = folds?.get(document.id);
  return story === undefined || story.isOpen ? [document] : story.copies;
}

/** The documents that are chosen, in the order of the list. */
export function chosenIn(rows: readonly DocumentSummary[], folds: Folds | null, ids: readonly string[]): DocumentSummary[] {
  const wanted = new Set(ids);
  return rows.filter(({ id }) => wanted.has(id)).flatMap((row) => documentsOf(row, folds));
}

/** Ids that are chosen, with all copies of what is folded away among them: a folded row is chosen as a whole. */
export function wholeStories(ids: readonly string[], folds: Folds | null): readonly string[] {
  if (folds === null) return ids;
  const whole = new Set<string>();
  for (const id of ids) {
    const story = folds.get(id);
    if (story === undefined || story.isOpen) whole.add(id);
    else for (const copy of story.copies) whole.add(copy.id);
  }
  return [...whole];
}

/** Where a row stands among those of its level, for a screen reader, which sees but a few of them. */
export interface Place {
  index: number;
  count: number;
}

interface Gathered {
  rows: readonly DocumentSummary[];
  folds: Folds;
  /** Of each row. */
  places: readonly Place[];
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
  const folds = new Map<string, Story>();
  for (const [{ ids }, all] of listed) {
    if (all.length < 2) continue;
    const story = { copies: all, isOpen: ids.some((id) => unfolded.has(id)) };
    for (const { id } of all) folds.set(id, story);
  }
  const tops = documents.filter(({ id }) => foldOf(folds, id)?.kind !== 'copy');
  const rows: DocumentSummary[] = [];
  const places: Place[] = [];
  tops.forEach((document, index) => {
    rows.push(document);
    places.push({ index, count: tops.length });
    const story = folds.get(document.id);
    if (story?.isOpen !== true) return;
    const below = story.copies.slice(1);
    rows.push(...below);
    places.push(...below.map((_, at) => ({ index: at, count: below.length })));
  });
  return { rows, folds, places };
}

/** The copies that a row tells of, its own document among them: how many the library has, and how many are listed here. */
export interface CopiesTold {
  all: number;
  here: number;
}

/** Null for a row without copies, and for one whose copies the row that it is under tells. */
export function copiesTold(copies: Copies, folds: Folds | null, id: string): CopiesTold | null {
  const all = copies.get(id)?.ids.length;
  if (all === undefined || foldOf(folds, id)?.kind === 'copy') return null;
  return { all, here: folds?.get(id)?.copies.length ?? all };
}

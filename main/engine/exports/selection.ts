import type { Parsed, Passage, Source } from '../../../contract/index.ts';

export type Scope = Parsed<'exports.make'>['scope'];

/** What an export holds, in the order it is written; every format writes the same. */
export interface Selection {
  notebook: { id: string; name: string };
  exportedAt: string;
  scope: Scope;
  /** The scope in words. */
  title: string;
  /** Notes on the notebook and on spheres. */
  notes: SelectedNote[];
  documents: SelectedDocument[];
}

export interface SelectedNote {
  on: 'notebook' | 'sphere';
  /** The sphere's path; empty for the notebook. */
  name: string;
  body: string;
  analyst: string;
  date: string;
}

export interface SelectedDocument {
  id: string;
  title: string;
  language: string;
  source: Source;
  note: { body: string; analyst: string; date: string } | null;
  passages: SelectedPassage[];
}

export interface SelectedSphere {
  id: string;
  /** Its name after those it is below: `geopolitical / alliances`. */
  path: string;
  color: string;
}

/** A passage with its spheres by name, in the codebook's order. */
export type SelectedPassage = Omit<Passage, 'taggings'> & {
  spheres: (SelectedSphere & { analyst: string; taggedAt: string })[];
};

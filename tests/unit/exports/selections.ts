import type { SelectedDocument, SelectedPassage, Selection } from '../../../main/engine/exports/selection.ts';

/** A selection of one document with these passages, for what a format makes of it. */
export function selectionOf(passages: Partial<SelectedPassage>[], document: Partial<SelectedDocument> = {}): Selection {
  return {
    notebook: { id: 'n', name: 'Grain' },
    exportedAt: '2026-11-23T10:00:00.000Z',
    scope: { kind: 'notebook' },
    title: 'The whole notebook',
    notes: [],
    documents: [
      {
        id: 'd',
        title: 'Grain prices',
        language: 'en',
        source: {
          author: 'Ada',
          publisher: 'The Port',
          url: 'https://port.example/grain?x=1&y=2',
          published: '2024-05',
          accessed: null,
          reliability: 'B',
          credibility: null,
        },
        note: null,
        passages: passages.map((passage, index) => ({
          id: `p${index}`,
          documentId: 'd',
          documentTitle: 'Grain prices',
          quote: 'The port reopened.',
          prefix: '',
          suffix: '',
          segments: [{ start: 5, end: 23 }],
          start: 5,
          end: 23,
          state: 'anchored',
          spheres: [],
          note: '',
          credibility: null,
          grade: { reliability: 'B', credibility: null },
          event: null,
          locator: '',
          analyst: 'Ada',
          createdAt: '2026-11-20T09:00:00.000Z',
          updatedAt: '2026-11-20T09:00:00.000Z',
          ...passage,
        })),
        ...document,
      },
    ],
  };
}

export function sphere(path: string, color = '#E69F00'): SelectedPassage['spheres'][number] {
  return { id: path, path, color, analyst: 'Ada', taggedAt: '2026-11-20T09:00:00.000Z' };
}

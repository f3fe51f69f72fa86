import type { Passage, Sphere } from '../../../../contract/index.ts';

/** A passage with what a test says of it. */
export function passage(given: Partial<Passage>): Passage {
  return {
    id: 'p',
    documentId: 'd',
    documentTitle: 'A strait and its tankers',
    quote: 'the strait stays open',
    prefix: '',
    suffix: '',
    segments: [{ start: 0, end: 21 }],
    start: 0,
    end: 21,
    state: 'anchored',
    taggings: [],
    note: '',
    credibility: null,
    grade: { reliability: null, credibility: null },
    event: null,
    locator: '',
    analyst: 'Vera',
    createdAt: '2026-11-20T10:00:00.000Z',
    updatedAt: '2026-11-20T10:00:00.000Z',
    ...given,
  };
}

export function sphere(id: string, name: string, given: Partial<Sphere> = {}): Sphere {
  return { id, name, parentId: null, description: '', color: '#0072B2', underline: 'solid', key: null, position: 0, passages: 0, ...given };
}

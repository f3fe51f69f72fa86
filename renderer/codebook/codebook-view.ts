import { create } from 'zustand';

/** What is being done to a sphere, one thing at a time. */
export type Doing =
  | { kind: 'rename'; sphereId: string }
  | { kind: 'edit'; sphereId: string }
  | { kind: 'merge'; sphereId: string }
  | { kind: 'delete'; sphereId: string }
  | { kind: 'add'; parentId: string | null };

interface CodebookView {
  doing: Doing | null;
  /** Ids of spheres whose sub-spheres are folded away. */
  folded: ReadonlySet<string>;
}

export const useCodebookView = create<CodebookView>()(() => ({ doing: null, folded: new Set() }));

/** Begins something, or with null ends it. */
export function doing(next: Doing | null): void {
  useCodebookView.setState({ doing: next });
}

/** Unfolds a sphere, so that what is put into it is seen. */
export function unfold(sphereId: string): void {
  useCodebookView.setState(({ folded }) => {
    const next = new Set(folded);
    next.delete(sphereId);
    return { folded: next };
  });
}

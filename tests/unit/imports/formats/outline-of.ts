import type { Draft } from '../../../../main/engine/imports/draft.ts';
import { sanitise } from '../../../../main/engine/imports/html/sanitise.ts';
import { toEditorState } from '../../../../main/engine/imports/state/to-state.ts';
import { outline } from '../fixtures.ts';

const stateOf = ({ tree, base }: Draft) => toEditorState(sanitise(tree), base);

/** What becomes of a draft, in short. */
export const outlineOf = (draft: Draft): string[] => outline(stateOf(draft));

export { stateOf };

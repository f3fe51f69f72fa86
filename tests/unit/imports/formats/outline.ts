import type { Draft } from '../../../../main/engine/imports/draft.ts';
import { sanitise } from '../../../../main/engine/imports/html/sanitise.ts';
import { toEditorState } from '../../../../main/engine/imports/state/to-state.ts';
import { outline } from '../fixtures.ts';

/** What becomes of a draft, a block a line, as `outline` shows a state. */
export const outlineOf = ({ tree, base }: Draft): string[] => outline(toEditorState(sanitise(tree), base));

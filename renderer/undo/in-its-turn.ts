import { notifyError } from '../ui/index.ts';
import { inTurn } from './timeline.ts';

/** Does something with passages when what was asked for before is done; where it cannot be done, says why. */
export function inItsTurn(work: () => Promise<void>): Promise<void> {
  return inTurn(work).catch(notifyError);
}

import { dismiss, notify, notifyError } from '../ui/index.ts';
import { type Deed, undoDeed, useTimeline } from './timeline.ts';

/** Tells of a deed and offers to take it back, until it is taken back in this or another way. */
export function notifyDeed(message: string, deed: Deed, afterUndo?: () => void): void {
  const undo = async () => {
    await undoDeed(deed);
    afterUndo?.();
  };
  const id = notify({ message, action: { label: 'Undo', run: () => void undo().catch(notifyError) } });
  const stop = useTimeline.subscribe(({ done }) => {
    if (done.includes(deed)) return;
    stop();
    dismiss(id);
  });
}

import type { ReactNode } from 'react';
import { Button, Dialog, InlineError } from '../../ui/index.ts';

interface DetailsDialogProps {
  title: string;
  /** What leaves things unchanged says: of one document or of several. */
  leave: string;
  /** Why the engine would not take what was changed. */
  refusal: unknown;
  /** Keeps what was changed, and closes where it could. */
  onDone: () => void;
  onLeave: () => void;
  children: ReactNode;
}

/** The frame of a form about documents: closing it keeps what was changed, unless one leaves it. */
export function DetailsDialog({ title, leave, refusal, onDone, onLeave, children }: DetailsDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onDone}
      footer={
        <>
          <Button variant="quiet" onPress={onLeave}>
            {leave}
          </Button>
          <Button variant="primary" onPress={onDone}>
            Done
          </Button>
        </>
      }
    >
      {refusal === null ? null : <InlineError error={refusal} />}
      {children}
    </Dialog>
  );
}

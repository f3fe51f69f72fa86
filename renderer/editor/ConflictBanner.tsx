import { useStore } from 'zustand';
import { dropMarks, markIdsOf } from '../../anchoring/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { Button, InlineError, notifyError } from '../ui/index.ts';
import { recordStep } from '../undo/timeline.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './DocumentEditor.module.css';
import { snapshot } from './session/documents.ts';
import type { DocumentSession } from './session/session.ts';

/** Says that the document was changed elsewhere while it was changed here, and has the analyst choose. Nothing is lost meanwhile. */
export function ConflictBanner({ session, title }: { session: DocumentSession; title: string }) {
  const engine = useEngine();
  const conflict = useStore(session.store, (state) => state.conflict);
  const openDocument = useWorkspace((state) => state.openDocument);
  if (conflict === null) return null;

  const takeOther = async () => session.take(await engine.call('documents.get', { documentId: session.documentId }));
  const keepCopy = async () => {
    const mine = snapshot(session.editor);
    // Its passages stay with the document they were made in: one passage stands in one place.
    const state = dropMarks(mine, markIdsOf(mine));
    const { document, step } = await engine.call('documents.create', { title: `${title} (my copy)`, state });
    recordStep(engine, 'Keep a copy', step);
    await takeOther();
    openDocument(document.id);
  };
  return (
    <div className={styles.banner}>
      <InlineError
        error="This document was changed elsewhere. What you wrote here since is kept in this window, but not saved."
        actions={
          <>
            <Button onPress={() => void keepCopy().catch(notifyError)}>Keep mine as a copy</Button>
            <Button onPress={() => void takeOther().catch(notifyError)}>Take the other version</Button>
          </>
        }
      />
    </div>
  );
}

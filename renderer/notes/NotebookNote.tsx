import { useState } from 'react';
import { useAsk } from '../engine/engine.tsx';
import { Dialog, InlineError } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { NoteEditor } from './NoteEditor.tsx';

/** The note on the notebook as a whole: what it is for, and what was found. */
export function NotebookNote() {
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const { data: note, error } = useAsk('notes.get', { target: { kind: 'notebook' } });
  const [editing, setEditing] = useState<boolean | null>(null);
  return (
    <Dialog title="Note on the notebook" onClose={() => setOverlay(null)}>
      {error === null ? null : <InlineError error={error} />}
      {note === undefined ? null : (
        <NoteEditor
          target={{ kind: 'notebook' }}
          body={note?.body ?? ''}
          label="Note on the notebook"
          placeholder="What this notebook is for, what was found so far, what to look for next"
          deed={{ label: 'Note on the notebook', documentId: null }}
          editing={editing ?? note === null}
          onEdit={() => setEditing(true)}
          onDone={() => setEditing(false)}
        />
      )}
    </Dialog>
  );
}

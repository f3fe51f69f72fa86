import { MessageSquareText, Pencil } from 'lucide-react';
import { type MouseEvent, useState } from 'react';
import type { NoteTarget } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { Button, IconButton } from '../ui/index.ts';
import { type DeedName, draftOf } from './drafts.ts';
import styles from './NoteEditor.module.css';
import { NoteField } from './NoteField.tsx';
import { NoteText } from './NoteText.tsx';

export interface NoteEditorProps {
  target: NoteTarget;
  /** The words the notebook has. */
  body: string;
  /** What the note is on: `Note on the passage`. */
  label: string;
  placeholder: string;
  deed: DeedName;
  editing: boolean;
  onEdit: () => void;
  /** `byKey`: the analyst left it with Esc, so the keyboard has nowhere to be. */
  onDone: (byKey: boolean) => void;
  /** Whether it has a button of its own; a card has one among its others. */
  withButton?: boolean;
}

/** A note: read as Markdown, written by a press or its key. */
export function NoteEditor({ editing, withButton = true, ...note }: NoteEditorProps) {
  return editing ? <NoteWriting {...note} /> : <NoteReading {...note} withButton={withButton} />;
}

type Note = Omit<NoteEditorProps, 'editing' | 'withButton'>;

function NoteWriting({ target, body, ...rest }: Note) {
  const engine = useEngine();
  const [draft] = useState(() => draftOf(engine, target, body));
  return <NoteField target={target} draft={draft} {...rest} />;
}

function NoteReading({ body, label, onEdit, withButton }: Note & { withButton: boolean }) {
  if (body === '') {
    return (
      <Button variant="quiet" onPress={onEdit}>
        <MessageSquareText aria-hidden size={14} />
        Add a note
      </Button>
    );
  }
  const editUnlessLink = (event: MouseEvent) => {
    const selecting = window.getSelection()?.isCollapsed === false;
    if (!selecting && event.target instanceof Element && event.target.closest('a, button, input') === null) onEdit();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the mouse; the button does the same by key.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div className={styles.reading} onClick={editUnlessLink}>
      <NoteText body={body} />
      {withButton ? (
        <IconButton label={`Edit: ${label}`} onPress={onEdit}>
          <Pencil aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}

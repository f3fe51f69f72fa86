import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { useAsk } from '../engine/engine.tsx';
import { InlineError } from '../ui/index.ts';
import styles from './DocumentNote.module.css';
import { NoteEditor } from './NoteEditor.tsx';

interface DocumentNoteProps {
  documentId: string;
  open: boolean;
  editing: boolean;
  onChange: (state: { open: boolean; editing: boolean }) => void;
}

/** The note on the open document: a section that folds. Folded, it shows its first line. */
export function DocumentNote({ documentId, open, editing, onChange }: DocumentNoteProps) {
  const { data: note, error, isPlaceholderData } = useAsk('notes.get', { target: { kind: 'document', id: documentId } });
  const section = useId();
  const body = isPlaceholderData ? '' : (note?.body ?? '');
  return (
    <section className={styles.note} aria-label="Note on the document">
      <button
        type="button"
        className={styles.header}
        aria-expanded={open}
        aria-controls={section}
        onClick={() => onChange({ open: !open, editing: !open && body === '' })}
      >
        <ChevronRight aria-hidden size={14} className={styles.chevron} />
        <span className={styles.title}>Document note</span>
        {open ? null : <span className={styles.first}>{firstLine(body)}</span>}
      </button>
      <div id={section} hidden={!open} className={styles.body}>
        {error === null ? null : <InlineError error={error} />}
        {note === undefined || isPlaceholderData || !open ? null : (
          <NoteEditor
            key={documentId}
            target={{ kind: 'document', id: documentId }}
            body={body}
            label="Note on the document"
            placeholder="What this document says, and what to make of it"
            deed={{ label: 'Note on the document', documentId }}
            editing={editing}
            onEdit={() => onChange({ open: true, editing: true })}
            onDone={() => onChange({ open: true, editing: false })}
          />
        )}
      </div>
    </section>
  );
}

/** The first line with words, without its Markdown signs. */
export function firstLine(body: string): string {
  const line = body.split('\n').find((text) => /[\p{L}\p{N}]/u.test(text)) ?? '';
  return line.replace(/^[\s#>*+-]+|[*_`]/g, '').trim();
}

import { type KeyboardEvent, useEffect, useEffectEvent, useId, useRef, useSyncExternalStore } from 'react';
import type { NoteTarget } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { Button, InlineError } from '../ui/index.ts';
import { takeTyped } from '../workspace/typed-ahead.ts';
import { type DeedName, openDraft } from './drafts.ts';
import styles from './NoteEditor.module.css';
import type { DraftStatus, NoteDraft } from './note-draft.ts';

interface NoteFieldProps {
  target: NoteTarget;
  draft: NoteDraft;
  label: string;
  placeholder: string;
  deed: DeedName;
  onDone: (byKey: boolean) => void;
}

/** Where a note is written. It saves by itself; Esc or leaving it ends the session, unless the words could not be saved. */
export function NoteField({ target, draft, label, placeholder, deed, onDone }: NoteFieldProps) {
  const engine = useEngine();
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  const body = useSyncExternalStore(draft.subscribe, () => draft.body);
  const status = useSyncExternalStore(draft.subscribe, () => draft.status);

  const session = useRef({ target, deed });
  useEffect(() => openDraft(engine, session.current.target, draft, session.current.deed), [engine, draft]);

  const stay = () => field.current?.focus();
  const leave = (byKey: boolean) => {
    // While it is saved the analyst may have gone on to something else, which then keeps the keyboard.
    draft.flush().then(() => onDone(byKey && document.activeElement === field.current), stay);
  };
  const opened = useEffectEvent(() => {
    const { typed, left } = takeTyped();
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
    if (typed !== '') draft.change(draft.body + typed);
    if (left) leave(true);
  });
  useEffect(() => opened(), []);
  const onBlur = () => {
    // When it is the window that loses the focus, the field is still the one to come back to.
    if (document.activeElement === field.current) draft.flush().catch(stay);
    else leave(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && (event.metaKey || event.ctrlKey))) return;
    event.preventDefault();
    event.stopPropagation();
    leave(true);
  };

  return (
    <div className={styles.writing}>
      <textarea
        ref={field}
        className={styles.field}
        aria-label={label}
        aria-describedby={hint}
        aria-invalid={status.kind === 'failed'}
        placeholder={placeholder}
        rows={3}
        value={body}
        onChange={(event) => draft.change(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      {status.kind === 'failed' ? (
        <InlineError
          error={`${status.message} Your words are kept here.`}
          actions={<Button onPress={() => draft.flush().catch(stay)}>Try again</Button>}
        />
      ) : (
        <p id={hint} className={styles.hint}>
          <span>Markdown · Esc to leave</span>
          <span>{said[status.kind]}</span>
        </p>
      )}
    </div>
  );
}

const said: Record<Exclude<DraftStatus['kind'], 'failed'>, string> = { saved: 'Saved', unsaved: 'Writing…', saving: 'Saving…' };

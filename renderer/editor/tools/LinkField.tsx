import { ExternalLink, Unlink } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useShell } from '../../shell/shell.tsx';
import { Button, IconButton, notifyError } from '../../ui/index.ts';
import type { DocumentSession } from '../session/session.ts';
import { $selectedLink, $setLink, linkAddress } from '../text/links.ts';
import styles from './FloatingTools.module.css';

/** The address of the link at the selection, to give, change, follow or take away. */
export function LinkField({ session: { editor, history }, onClose }: { session: DocumentSession; onClose: () => void }) {
  const shell = useShell();
  const [was] = useState(() => editor.read(() => $selectedLink()?.getURL() ?? ''));
  const [typed, setTyped] = useState(was);
  const [problem, setProblem] = useState(false);

  const set = (url: string | null) => {
    history.deed(url === null ? 'Remove the link' : 'Link', () => $setLink(url));
    onClose();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const url = linkAddress(typed);
    if (typed.trim() === '') set(null);
    else if (url === null) setProblem(true);
    else set(url);
  };
  return (
    <form className={styles.link} onSubmit={onSubmit}>
      <input
        className={styles.address}
        aria-label="Address of the link"
        aria-invalid={problem}
        placeholder="https://…"
        spellCheck={false}
        // It opens because a key asked for it: the next keys belong to it.
        // biome-ignore lint/a11y/noAutofocus: see above
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setProblem(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onClose();
        }}
      />
      <Button type="submit" variant="primary">
        {was === '' ? 'Link' : 'Change'}
      </Button>
      {was === '' ? null : (
        <>
          <IconButton label="Open" onPress={() => void shell.call('openLink', { url: was }).catch(notifyError)}>
            <ExternalLink aria-hidden size={15} />
          </IconButton>
          <IconButton label="Remove the link" onPress={() => set(null)}>
            <Unlink aria-hidden size={15} />
          </IconButton>
        </>
      )}
      {problem ? (
        <p className={styles.problem} role="alert">
          A link goes to a web address (https://…, http://…) or a mail address.
        </p>
      ) : null}
    </form>
  );
}

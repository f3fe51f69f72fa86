import type { MouseEvent, ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useShell } from '../shell/shell.tsx';
import styles from './NoteText.module.css';

const plugins = [remarkGfm];
const components: Components = {
  a: ({ href, children }) =>
    href?.startsWith('https:') ? <NoteLink href={href}>{children}</NoteLink> : <span title={href}>{children}</span>,
  // A picture would load from elsewhere; a notebook works offline and tells nobody what is read.
  img: ({ alt }) => alt,
};

/** A note's Markdown as it reads. HTML in it stands as text; links open outside, after the host has asked. */
export function NoteText({ body }: { body: string }) {
  return (
    <div className={styles.text}>
      <Markdown remarkPlugins={plugins} components={components}>
        {body}
      </Markdown>
    </div>
  );
}

function NoteLink({ href, children }: { href: string; children: ReactNode }) {
  const shell = useShell();
  const open = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void shell.call('openLink', { url: href });
  };
  return (
    <a href={href} title={href} onClick={open} onAuxClick={(event) => event.preventDefault()}>
      {children}
    </a>
  );
}

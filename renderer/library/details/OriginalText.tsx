import { useEffect, useState } from 'react';
import { useEngine } from '../../engine/engine.tsx';
import { InlineError, Spinner } from '../../ui/index.ts';
import styles from './DocumentDetails.module.css';

/** UTF-16 code units that are shown: some twenty screens. */
const mostShown = 40_000;

/** The beginning of the kept file as text, signs and all; nothing of it is rendered. */
export function OriginalText({ documentId, encoding }: { documentId: string; encoding: string }) {
  const engine = useEngine();
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    const leaving = new AbortController();
    engine
      .call('documents.original', { documentId }, { signal: leaving.signal })
      .then(({ bytes }) => setText(new TextDecoder(encoding).decode(bytes)))
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setProblem(error);
      });
    return () => leaving.abort();
  }, [engine, documentId, encoding]);
  if (problem !== null) return <InlineError error={problem} />;
  if (text === null) return <Spinner />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={styles.text} aria-label="Text of the original file" tabIndex={0}>
      <pre dir="auto">{text.slice(0, mostShown)}</pre>
      {text.length > mostShown ? <p className={styles.aside}>The beginning; save the file to see all of it.</p> : null}
    </section>
  );
}

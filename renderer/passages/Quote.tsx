import { useEffect, useRef, useState } from 'react';
import styles from './PassageCard.module.css';

/** A passage's words, three lines at most until asked for more. */
export function Quote({ text, tabStop }: { text: string; tabStop: boolean }) {
  const words = useRef<HTMLQuoteElement>(null);
  const [whole, setWhole] = useState(false);
  const [cut, setCut] = useState(false);

  useEffect(() => {
    const { current } = words;
    if (current === null || whole) return;
    const observer = new ResizeObserver(() => setCut(current.scrollHeight > current.clientHeight + 1));
    observer.observe(current);
    return () => observer.disconnect();
  }, [whole]);

  return (
    <>
      <blockquote ref={words} className={styles.quote} data-whole={whole || undefined} dir="auto">
        {text}
      </blockquote>
      {cut ? (
        <button type="button" className={styles.more} tabIndex={tabStop ? 0 : -1} aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : 'Show all'}
        </button>
      ) : null}
    </>
  );
}

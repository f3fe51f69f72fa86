import { useEffect, useRef, useState } from 'react';
import type { Document, OriginalInfo, Result } from '../../../contract/index.ts';
import { useEngine } from '../../engine/engine.tsx';
import { useShell } from '../../shell/shell.tsx';
import { Button, InlineError, sizeText } from '../../ui/index.ts';
import { saveOriginal } from '../document-actions.ts';
import styles from './DocumentDetails.module.css';
import { OriginalText } from './OriginalText.tsx';
import { Reread } from './Reread.tsx';
import { readingNotices } from './reading-notices.ts';

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const percent = new Intl.NumberFormat(undefined, { style: 'percent' });

/** The file a document was imported from, kept as it came: what is known of it, whether it is whole, what is in it. */
export function Original({ document: { id, original }, isAskedFor }: { document: Document; isAskedFor: boolean }) {
  const engine = useEngine();
  const shell = useShell();
  const section = useRef<HTMLElement>(null);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (isAskedFor) section.current?.scrollIntoView({ block: 'start' });
  }, [isAskedFor]);
  if (original === null) return <p className={styles.none}>Written here; there is no original file.</p>;
  const notices = readingNotices(original);
  return (
    <section ref={section} className={styles.original} aria-labelledby="original-title">
      <h3 id="original-title" className={styles.heading}>
        Original file
      </h3>
      <dl className={styles.facts}>
        {factsOf(original).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={name === 'SHA-256' ? styles.hash : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      {notices.length === 0 ? null : (
        <ul className={styles.notices} aria-label="What to know of the reading">
          {notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button autoFocus={isAskedFor} onPress={() => void saveOriginal(engine, shell, id)}>
          Save the original file…
        </Button>
        {isText(original) ? (
          <Button aria-expanded={shown} onPress={() => setShown(!shown)}>
            {shown ? 'Hide its text' : 'Show its text'}
          </Button>
        ) : null}
        <Verify documentId={id} />
      </div>
      {original.encoding === null || original.part !== '' ? null : <Reread documentId={id} encoding={original.encoding} />}
      {shown ? <OriginalText documentId={id} encoding={original.encoding ?? 'utf-8'} /> : null}
    </section>
  );
}

function factsOf({ name, part, size, importedAt, importer, encoding, confidence, sha256 }: OriginalInfo): [string, string][] {
  const sure = confidence === null ? '' : `, ${percent.format(confidence)} sure`;
  const facts: [string, string][] = [
    ['Name', name],
    ['Part', part],
    ['Size', sizeText(size)],
    ['Imported', when.format(new Date(importedAt))],
    ['Read by', importer === '' ? '' : `importer version ${importer}`],
    ['Encoding', encoding === null ? '' : `${encoding}${sure}`],
    ['SHA-256', sha256],
  ];
  return facts.filter(([, value]) => value !== '');
}

function isText({ mediaType, encoding }: OriginalInfo): boolean {
  return encoding !== null || mediaType.startsWith('text/');
}

/** Looks whether the kept bytes are those that came in, and says so. */
function Verify({ documentId }: { documentId: string }) {
  const engine = useEngine();
  const [verified, setVerified] = useState<Result<'documents.verify'> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const verify = async () => {
    setProblem(null);
    try {
      setVerified(await engine.call('documents.verify', { documentId }));
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <>
      <Button onPress={() => void verify()}>Verify</Button>
      <span role="status" className={verified?.intact === false ? styles.broken : styles.intact}>
        {verified === null ? '' : verified.intact ? 'Byte for byte as it came in.' : changedWords}
      </span>
      {problem === null ? null : <InlineError error={problem} />}
    </>
  );
}

const changedWords = 'These are not the bytes that came in: the notebook’s file was damaged. Import the file again from where it came.';

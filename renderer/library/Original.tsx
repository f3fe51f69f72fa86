import type { Document } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { useShell } from '../shell/shell.tsx';
import { Button } from '../ui/index.ts';
import styles from './DocumentDetails.module.css';
import { saveOriginal } from './document-actions.ts';

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The file a document was imported from, kept as it came. */
export function Original({ document: { id, original } }: { document: Document }) {
  const engine = useEngine();
  const shell = useShell();
  if (original === null) return <p className={styles.none}>Written here; there is no original file.</p>;
  return (
    <section className={styles.original} aria-labelledby="original-title">
      <h3 id="original-title" className={styles.heading}>
        Original file
      </h3>
      <dl className={styles.facts}>
        <dt>Name</dt>
        <dd>{original.name}</dd>
        <dt>Size</dt>
        <dd>{sizeText(original.size)}</dd>
        <dt>Imported</dt>
        <dd>{when.format(new Date(original.importedAt))}</dd>
        <dt>SHA-256</dt>
        <dd className={styles.hash}>{original.sha256}</dd>
      </dl>
      <Button onPress={() => void saveOriginal(engine, shell, id)}>Save the original file…</Button>
    </section>
  );
}

/** A size in the decimal units that file managers show. */
export function sizeText(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / 1000 ** power);
}

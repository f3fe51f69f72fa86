import type { DifferenceKind } from '../../../contract/index.ts';
import styles from './Difference.module.css';

/** A stretch of a comparison: as it is, underlined where it came, struck through where it went. */
export function Difference({ kind, text }: { kind: DifferenceKind; text: string }) {
  if (kind === 'added') return <ins className={styles.added}>{text}</ins>;
  if (kind === 'removed') return <del className={styles.removed}>{text}</del>;
  return text;
}

import styles from './Mark.module.css';

/** An armillary sphere: three crossing rings in the colours of the first three spheres. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <ellipse cx="16" cy="16" rx="13" ry="5.4" transform="rotate(-32 16 16)" className={styles.economic} />
      <ellipse cx="16" cy="16" rx="13" ry="5.4" transform="rotate(28 16 16)" className={styles.geopolitical} />
      <ellipse cx="16" cy="16" rx="13" ry="5.4" transform="rotate(88 16 16)" className={styles.cultural} />
    </svg>
  );
}

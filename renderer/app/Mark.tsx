import styles from './Mark.module.css';

/** An armillary sphere: three crossing rings in the colours of the first three spheres. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="12.6" className={styles.geopolitical} />
      <ellipse cx="16" cy="16" rx="12.6" ry="4.4" transform="rotate(-24 16 16)" className={styles.economic} />
      <ellipse cx="16" cy="16" rx="4.6" ry="12.6" transform="rotate(18 16 16)" className={styles.cultural} />
    </svg>
  );
}

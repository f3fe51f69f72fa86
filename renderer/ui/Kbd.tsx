import styles from './Kbd.module.css';
import { keyParts } from './keys.ts';

/** A key as contract/commands.ts writes it (`Mod+K`), shown as this keyboard names it. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className={styles.keys}>
      {keyParts(keys).map((part) => (
        <span key={part} className={styles.key}>
          {part}
        </span>
      ))}
    </kbd>
  );
}

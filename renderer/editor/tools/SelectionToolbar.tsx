import {
  Bold,
  Heading1,
  Heading2,
  Italic,
  Link,
  List,
  ListOrdered,
  type LucideIcon,
  NotebookPen,
  Quote,
  Tag,
  Underline,
} from 'lucide-react';
import type { CommandId, Sphere } from '../../../contract/index.ts';
import { runCommand } from '../../commands/commands.ts';
import { IconButton, SphereDot } from '../../ui/index.ts';
import type { DocumentSession } from '../session/session.ts';
import type { Tagging } from '../tagging/tagging.ts';
import styles from './FloatingTools.module.css';

/** What the analyst is asked for at the selection. */
export type Asking = 'sphere' | 'link' | null;

/** Names of spheres are shown while there are this few; beyond, their keys and signs must do. */
const mostNamed = 3;

const formats: readonly [CommandId, string, LucideIcon][] = [
  ['text.bold', 'Bold', Bold],
  ['text.italic', 'Italic', Italic],
  ['text.underline', 'Underline', Underline],
  ['text.link', 'Link', Link],
  ['text.heading1', 'Heading 1', Heading1],
  ['text.heading2', 'Heading 2', Heading2],
  ['text.bullets', 'Bulleted list', List],
  ['text.numbers', 'Numbered list', ListOrdered],
  ['text.quote', 'Quote', Quote],
];

interface SelectionToolbarProps {
  session: DocumentSession;
  tagging: Tagging;
  spheres: readonly Sphere[];
  onAsk: (asking: Asking) => void;
}

/** Tags and formats the selection by mouse. */
export function SelectionToolbar({ tagging, spheres, onAsk }: SelectionToolbarProps) {
  const keyed = spheres.filter(({ key }) => key !== null).toSorted((a, b) => Number(a.key) - Number(b.key));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the selection, which a press would take away.
    <div className={styles.toolbar} onMouseDown={(event) => event.preventDefault()}>
      <div className={styles.row}>
        {keyed.map((sphere) => (
          <button
            key={sphere.id}
            type="button"
            className={styles.sphere}
            title={`${sphere.name} (${sphere.key})`}
            aria-label={`Tag ${sphere.name}`}
            onClick={() => tagging.toggle(sphere)}
          >
            <span className={styles.key} data-key={sphere.key} aria-hidden />
            <SphereDot sphere={sphere} />
            {keyed.length <= mostNamed ? <span className={styles.name}>{sphere.name}</span> : null}
          </button>
        ))}
        <button type="button" className={styles.sphere} title="Any sphere, or a new one (T)" onClick={() => onAsk('sphere')}>
          <Tag aria-hidden size={14} /> <span className={styles.name}>Sphere…</span>
        </button>
        <button type="button" className={styles.sphere} title="Note on the passage (N)" onClick={() => tagging.note()}>
          <NotebookPen aria-hidden size={14} /> <span className={styles.name}>Note</span>
        </button>
      </div>
      <div className={styles.row}>
        {formats.map(([command, label, Icon]) => (
          <IconButton key={command} label={label} command={command} onPress={() => runCommand(command)} excludeFromTabOrder>
            <Icon aria-hidden size={15} />
          </IconButton>
        ))}
      </div>
    </div>
  );
}

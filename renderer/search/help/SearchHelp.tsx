import { Button as AriaButton } from 'react-aria-components';
import type { Sphere } from '../../../contract/index.ts';
import { Button, Kbd } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { helpTopics } from './query-help.ts';
import styles from './SearchHelp.module.css';

const keys: readonly (readonly [string, string])[] = [
  ['Tab', 'take the first word offered'],
  ['Alt+ArrowDown', 'the next one offered'],
  ['Mod+Shift+F', 'concordance: each place in its line'],
  ['Mod+S', 'save the search'],
  ['F3', 'the next hit, in the document'],
];

/** Letters of an example that its meaning has room beside. */
const longest = 26;

/** The query language at a glance; a press on an example tries it. */
export function SearchHelp({ spheres, onTake }: { spheres: readonly Sphere[]; onTake: (text: string) => void }) {
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const top = spheres.filter(({ parentId }) => parentId === null);
  const [one, other] = [top[0]?.name ?? 'economic', top[1]?.name ?? 'geopolitical'].map(quoted);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={styles.help} aria-label="What can be asked" tabIndex={0}>
      <div className={styles.topics}>
        {helpTopics(one ?? '', other ?? '').map(({ title, rows }) => (
          <div key={title} className={styles.topic}>
            <h3 className={styles.title}>{title}</h3>
            {rows.map(({ example, meaning }) => (
              <div key={example} className={styles.row} data-long={example.length > longest || undefined}>
                <AriaButton className={styles.example ?? ''} onPress={() => onTake(example)}>
                  {example}
                </AriaButton>
                <span className={styles.meaning}>{meaning}</span>
              </div>
            ))}
          </div>
        ))}
        <div className={styles.topic}>
          <h3 className={styles.title}>Keys</h3>
          {keys.map(([key, meaning]) => (
            <div key={key} className={styles.row}>
              <span className={styles.key}>
                <Kbd keys={key} />
              </span>
              <span className={styles.meaning}>{meaning}</span>
            </div>
          ))}
        </div>
        <div className={styles.topic}>
          <h3 className={styles.title}>Names in several scripts</h3>
          <p className={styles.words}>Xi Jinping, Си Цзиньпин and 习近平 can be one name: searching for one of them finds all.</p>
          <Button onPress={() => setOverlay('aliases')}>Names that are one…</Button>
        </div>
      </div>
    </section>
  );
}

/** A name as a field takes it. */
function quoted(name: string): string {
  return /[\s()]/u.test(name) ? `"${name}"` : name;
}

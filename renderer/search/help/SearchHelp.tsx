import type { Sphere } from '../../../contract/index.ts';
import { Button, Kbd } from '../../ui/index.ts';
import { useWorkspace } from '../../workspace/workspace.ts';
import { ExampleButton } from './ExampleButton.tsx';
import { helpTopics, quoted } from './query-help.ts';
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
  const [one, other] = spheres.filter(({ parentId }) => parentId === null).map(({ name }) => quoted(name));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className={styles.help} aria-label="What can be asked" tabIndex={0}>
      <div className={styles.topics}>
        {Object.entries(helpTopics(one ?? 'economic', other ?? 'geopolitical')).map(([title, examples]) => (
          <div key={title} className={styles.topic}>
            <h3 className={styles.title}>{title}</h3>
            {examples.map(([query, finds]) => (
              <div key={query} className={styles.row} data-long={query.length > longest || undefined}>
                <ExampleButton query={query} onTake={onTake} />
                <span className={styles.meaning}>{finds}</span>
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

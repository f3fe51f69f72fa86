import type { TableExample } from '../../../contract/index.ts';
import { languageName } from '../../library/details/languages.ts';
import { partialDateText } from '../../library/source-line.ts';
import styles from './TableExamples.module.css';

/** More of a text is not shown. UTF-16 code units. */
const longest = 360;

/** Rows as the documents they would become. */
export function TableExamples({ examples }: { examples: readonly TableExample[] }) {
  return (
    <ol className={styles.examples} aria-label="Examples">
      {examples.map((example, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be the same to the letter.
        <li key={index} className={styles.example}>
          <h3 className={styles.title}>{example.title}</h3>
          <p className={styles.source}>{sourceOf(example)}</p>
          {paragraphsOf(example.text).map((paragraph) => (
            <p key={paragraph} className={styles.text} lang={example.language}>
              {paragraph}
            </p>
          ))}
          {example.below.length === 0 ? null : (
            <ul className={styles.below}>
              {example.below.map(([column, value]) => (
                <li key={column}>
                  <b>{`${column}:`}</b> {value}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function sourceOf({ author, publisher, published, url, language }: TableExample): string {
  const date = published === null ? '' : partialDateText(published);
  return [author, publisher, date, languageName(language), url].filter((part) => part !== '').join(' · ');
}

function paragraphsOf(text: string): string[] {
  const shown = text.length <= longest ? text : `${text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`;
  return [...new Set(shown.split('\n').filter((paragraph) => paragraph !== ''))];
}

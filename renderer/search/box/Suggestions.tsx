import type { Suggestion } from '../../../contract/index.ts';
import { Kbd } from '../../ui/index.ts';
import styles from './Suggestions.module.css';

interface SuggestionsProps {
  suggestions: readonly Suggestion[];
  /** The one that Tab takes. */
  at: number;
  onTake: (suggestion: Suggestion) => void;
}

/** What may be typed next, on one line under the box; where nothing is to be suggested, what can be asked at all. */
export function Suggestions({ suggestions, at, onTake }: SuggestionsProps) {
  if (suggestions.length === 0) {
    return (
      <p className={styles.row}>
        {['“exact phrase”', 'OR', '-not', 'prefix*', 'NEAR(a b, 10)', 'sphere:', 'author:', 'published:2024..', 'has:note'].map(
          (example) => (
            <code key={example} className={styles.example}>
              {example}
            </code>
          ),
        )}
      </p>
    );
  }
  return (
    <div className={styles.row}>
      <Kbd keys="Tab" />
      {suggestions.map((suggestion, index) => (
        <button
          key={`${suggestion.kind} ${suggestion.text}`}
          type="button"
          // The field keeps the focus: Tab takes a suggestion there, Alt with the arrows goes along them.
          tabIndex={-1}
          className={styles.suggestion}
          data-kind={suggestion.kind}
          data-active={index === at || undefined}
          title={suggestion.detail}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(suggestion)}
        >
          {suggestion.text.trimEnd()}
          {index === at && suggestion.detail !== '' ? <span className={styles.detail}>{suggestion.detail}</span> : null}
        </button>
      ))}
    </div>
  );
}

import type { MouseEvent } from 'react';
import type { Suggestion } from '../../../contract/index.ts';
import { Kbd } from '../../ui/index.ts';
import { operators } from '../help/query-help.ts';
import styles from './Suggestions.module.css';

interface SuggestionsProps {
  suggestions: readonly Suggestion[];
  /** The one that Tab takes. */
  at: number;
  onTake: (suggestion: Suggestion) => void;
  /** Puts an operator in at the caret: they stand here where nothing is to be suggested. */
  onOperator: (operator: string) => void;
}

/** The field keeps the focus: Tab takes a suggestion there, Alt with the arrows goes along them; operators are typed. */
const forThePointer = { type: 'button', tabIndex: -1, onMouseDown: (event: MouseEvent) => event.preventDefault() } as const;

/** What may be typed next, on one line under the box. */
export function Suggestions({ suggestions, at, onTake, onOperator }: SuggestionsProps) {
  if (suggestions.length === 0) {
    return (
      <div className={styles.row}>
        {operators.map(([shown, put]) => (
          <button key={shown} {...forThePointer} className={styles.operator} onClick={() => onOperator(put)}>
            {shown}
          </button>
        ))}
      </div>
    );
  }
  return (
    <div className={styles.row}>
      <Kbd keys="Tab" />
      {suggestions.map((suggestion, index) => (
        <button
          key={`${suggestion.kind} ${suggestion.text}`}
          {...forThePointer}
          className={styles.suggestion}
          data-kind={suggestion.kind}
          data-active={index === at || undefined}
          title={suggestion.detail}
          onClick={() => onTake(suggestion)}
        >
          {suggestion.text.trimEnd()}
          {index === at && suggestion.detail !== '' ? <span className={styles.detail}>{suggestion.detail}</span> : null}
        </button>
      ))}
    </div>
  );
}

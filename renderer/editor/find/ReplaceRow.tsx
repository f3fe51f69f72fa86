import type { KeyboardEvent } from 'react';
import { Button } from '../../ui/index.ts';
import styles from './FindBar.module.css';

interface ReplaceRowProps {
  words: string;
  onWords: (words: string) => void;
  /** Nothing is found to be replaced. */
  isDisabled: boolean;
  onReplace: () => void;
  onReplaceAll: () => void;
}

/** What found words are replaced with: Enter replaces the one shown, Ctrl+Enter all. */
export function ReplaceRow({ words, onWords, isDisabled, onReplace, onReplaceAll }: ReplaceRowProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (isDisabled) return;
    if (event.ctrlKey || event.metaKey) onReplaceAll();
    else onReplace();
  };
  return (
    <div className={styles.row}>
      <input
        className={styles.field}
        aria-label="Replace with"
        aria-keyshortcuts="Enter Control+Enter"
        placeholder="Replace with"
        spellCheck={false}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button onPress={onReplace} isDisabled={isDisabled}>
        Replace
      </Button>
      <Button onPress={onReplaceAll} isDisabled={isDisabled}>
        Replace all
      </Button>
    </div>
  );
}

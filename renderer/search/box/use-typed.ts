import { useEffect, useState } from 'react';
import type { Segment, Suggestion } from '../../../contract/index.ts';
import { useAsk } from '../../engine/engine.tsx';
import { fieldAtCaret, isHalfTyped, worthSuggesting } from './query-text.ts';

/** Milliseconds between two keystrokes that are one thought. */
const debounce = 60;

/** What is typed, as far as it can be told now. */
export interface Typed {
  /** What of it is asked: all but a value that is only half typed. Stays as it was until what was typed since is read. */
  asked: string;
  /** Whether `asked` is about the text as it stands. */
  isRead: boolean;
  /** The field whose value is only half typed. */
  half: Segment | null;
  /** What may stand at the caret. */
  suggestions: readonly Suggestion[];
  /** Whether what may stand there is still to come. */
  pending: boolean;
}

const none: readonly Suggestion[] = [];

/** Reads what is typed: what may stand at the caret, and what is asked while the value of a field is being typed there. */
export function useTyped(text: string, caret: number): Typed {
  const [asked, setAsked] = useState(text);
  const isBlank = text.trim() === '';
  const isStill = useIsStill(text);
  const isStillThere = useIsStill(`${caret} ${text}`);
  const { data, isPlaceholderData } = useAsk('search.suggest', isBlank || !isStillThere ? null : { text, caret });
  const offered = isStillThere && data !== undefined && !isPlaceholderData ? data.suggestions : null;
  const field = fieldAtCaret(text, caret);
  const half = field !== null && offered !== null && isHalfTyped(text, offered) ? field : null;
  // Whether a field is half typed is known only by what may stand there.
  const isRead = isBlank || (isStill && (field === null || offered !== null));
  const asks = half === null ? text : text.slice(0, half.start) + text.slice(half.end).trimStart();
  if (isRead && asks !== asked) setAsked(asks);
  return {
    asked: isRead ? asks : asked,
    isRead,
    half,
    suggestions: offered === null ? none : worthSuggesting(text, offered),
    pending: offered === null && !isBlank,
  };
}

/** Whether a value stood still for as long as two thoughts are apart. */
function useIsStill(value: string): boolean {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), debounce);
    return () => clearTimeout(timer);
  }, [value]);
  return settled === value;
}

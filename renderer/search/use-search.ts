import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ArmillaryError, SearchAnswer, SearchQuery, Suggestion } from '../../contract/index.ts';
import { useAsk, useEngine } from '../engine/engine.tsx';
import { worthSuggesting } from './box/query-text.ts';

/** Hits fetched at a time: more than fill the panel. */
const pageSize = 30;

/** The hits of a query, page by page as they are scrolled to. Null asks nothing. An outdated call is cancelled. */
export function useSearch(query: SearchQuery | null) {
  const engine = useEngine();
  return useInfiniteQuery<SearchAnswer, ArmillaryError, SearchAnswer, [string, SearchQuery | null], number>({
    // The method's name comes first, as in useAsk: a change of the notebook makes the answer stale.
    queryKey: ['search.query', query],
    queryFn: ({ signal, pageParam }) => {
      if (query === null) throw new Error('search.query was asked without a query');
      return engine.call('search.query', { ...query, limit: pageSize, offset: pageParam }, { signal });
    },
    enabled: query !== null,
    initialPageParam: 0,
    getNextPageParam: ({ total, hits }, _pages, offset) => (offset + hits.length < total && hits.length > 0 ? offset + hits.length : null),
    select: ({ pages }) => ({
      ...(pages[0] ?? { total: 0, problems: [], aliases: [], didYouMean: null }),
      hits: pages.flatMap(({ hits }) => hits),
    }),
    placeholderData: keepPreviousData,
  });
}

const none: readonly Suggestion[] = [];

/** What may stand at the caret, once the engine answered for this very text; `pending` until then. */
export function useSuggestions(text: string, caret: number): { suggestions: readonly Suggestion[]; pending: boolean } {
  const asked = useSettled(`${caret} ${text}`, debounce);
  const isSettled = asked === `${caret} ${text}`;
  const { data, isPlaceholderData } = useAsk('search.suggest', text.trim() === '' || !isSettled ? null : { text, caret });
  const isAnswer = isSettled && data !== undefined && !isPlaceholderData;
  return { suggestions: isAnswer ? worthSuggesting(text, data.suggestions) : none, pending: !isAnswer && text.trim() !== '' };
}

/** Milliseconds between two keystrokes that are one thought. */
export const debounce = 60;

/** A value once it has stood still for so many milliseconds. */
export function useSettled<T>(value: T, milliseconds: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

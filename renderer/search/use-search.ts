import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ArmillaryError, SearchAnswer, SearchQuery } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';

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

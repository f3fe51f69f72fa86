import { keepPreviousData, QueryClient, QueryClientProvider, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { ArmillaryError, EngineClient, MethodName, Params, Progress, Result } from '../../contract/index.ts';
import { askForLibrary, libraryAskedFor } from './library-list.ts';
import { listsMayCome } from './opening.ts';
import { keepFresh } from './refresh.ts';

const EngineContext = createContext<EngineClient | null>(null);

/** The engine of the notebook that this window has open. */
export function useEngine(): EngineClient {
  const engine = useContext(EngineContext);
  if (engine === null) throw new Error('useEngine outside EngineProvider');
  return engine;
}

/** Gives the panes their engine, and asks again for what they show when the notebook changes, whoever changed it. */
export function EngineProvider({ client, children }: { client: EngineClient; children: ReactNode }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, networkMode: 'always' },
          mutations: { networkMode: 'always' },
        },
      }),
  );
  useEffect(() => keepFresh(queries, client), [client, queries]);
  return (
    <EngineContext value={client}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </EngineContext>
  );
}

/**
 * A live answer of the engine: asked when a pane shows it, kept while the parameters stay, asked again when the notebook
 * changes. The answer before stays on screen meanwhile. Pass `null` to ask nothing yet. An outdated call is cancelled.
 * `onProgress` is told how far a long call is.
 */
export function useAsk<M extends MethodName>(
  method: M,
  params: Params<M> | null,
  onProgress?: (progress: Progress) => void,
): UseQueryResult<Result<M>, ArmillaryError> {
  const engine = useEngine();
  return useQuery<Result<M>, ArmillaryError>({
    queryKey: [method, params],
    queryFn: async ({ signal, client, queryKey }) => {
      if (params === null) throw new Error(`${method} was asked without parameters`);
      const library = libraryAskedFor(method, params);
      // The compiler cannot see that the method is the list of documents where a library is asked for.
      if (library !== null) {
        const was = client.getQueryData<Result<'documents.list'>>(queryKey) ?? [];
        return askForLibrary(engine, { bin: library.bin, was, signal }) as Promise<Result<M>>;
      }
      if (method === 'passages.list') await listsMayCome();
      return engine.call(method, params, { signal, ...(onProgress && { onProgress }) });
    },
    enabled: params !== null,
    placeholderData: keepPreviousData,
  });
}

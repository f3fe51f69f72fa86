import { useMemo } from 'react';
import { useAsk } from '../../engine/engine.tsx';
import { remember, useHost } from '../../host/host.ts';
import { useShell } from '../../shell/shell.tsx';
import { notifyError } from '../../ui/index.ts';
import { type Copies, copiesIn, noCopies } from './copies.ts';

/** As far as the notebook's documents were compared; more come as the background goes on. */
export function useCopies(): Copies {
  const { data } = useAsk('similar.copies', {});
  return useMemo(() => (data === undefined ? noCopies : copiesIn(data.groups)), [data]);
}

/** Whether copies of one story stand under one row, and how to remember it. */
export function useGathering(): [boolean, (isGathering: boolean) => void] {
  const shell = useShell();
  const isGathering = useHost(({ state }) => state?.preferences.libraryGathered === true);
  return [isGathering, (libraryGathered) => void remember(shell, { libraryGathered }).catch(notifyError)];
}

import { useState } from 'react';
import { ArmillaryError, type Shell, type ShellState } from '../../contract/index.ts';
import { useHost } from '../host/host.ts';
import { makeNotebook, openNotebook } from '../host/notebooks.ts';
import { useShell } from '../shell/shell.tsx';
import { notifyError } from '../ui/index.ts';

/** Most samples made beside one another before the folder must be tidied. */
const mostSamples = 99;

/** Makes a notebook with the sample articles and opens it; where one of the recent notebooks is it, opens that. */
export function useSampleNotebook({ recent }: ShellState): { making: boolean; make: () => void } {
  const shell = useShell();
  const [making, setMaking] = useState(false);
  const make = async () => {
    setMaking(true);
    try {
      const there = recent.find(({ name, missing }) => name === 'Sample' && !missing);
      if (there === undefined) await makeSample(shell);
      else await openNotebook(shell, there.file);
    } catch (error) {
      notifyError(error);
    } finally {
      setMaking(false);
    }
  };
  return { making, make: () => void make() };
}

async function makeSample(shell: Shell): Promise<void> {
  for (let copy = 1; copy <= mostSamples; copy += 1) {
    try {
      const made = await makeNotebook(shell, copy === 1 ? 'Sample' : `Sample ${copy}`);
      useHost.setState({ sampleFor: made?.file ?? null });
      return;
    } catch (error) {
      // A notebook of this name is there already and may hold an analyst's work: take the next name.
      if (!(error instanceof ArmillaryError) || error.kind !== 'conflict') throw error;
    }
  }
}

import type { CallOptions, Progress } from '../../contract/index.ts';
import { harmless } from './outcome.ts';

/** Back to the line's beginning, and what stands on it erased. */
const anew = '\r\u001b[K';

/** Does a long call, saying on one line of stderr how far it is where that is a terminal; the line is gone when it is done. */
export async function withProgress<T>(signal: AbortSignal, work: (options: CallOptions) => Promise<T>): Promise<T> {
  const { stderr } = process;
  if (!stderr.isTTY) return work({ signal });
  try {
    return await work({ signal, onProgress: (progress) => void stderr.write(anew + words(progress)) });
  } finally {
    stderr.write(anew);
  }
}

function words({ label, done, total }: Progress): string {
  const count = total === null ? '…' : ` ${done} of ${total}`;
  return `${harmless(label)}${count}`;
}

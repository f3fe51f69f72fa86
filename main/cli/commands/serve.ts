import type { Outcome } from '../outcome.ts';
import { tell } from '../outcome.ts';

export interface ServeOptions {
  port?: number;
  open: boolean;
}

/** Serves the window until Ctrl+C. `print` gives the address out as soon as it is known. */
export async function serveWindow(
  notebook: string | undefined,
  { port, open }: ServeOptions,
  print: (outcome: Outcome) => void,
): Promise<void> {
  // Loaded here alone: no other command needs a server.
  const { serve } = await import('../../browser/serve.ts');
  const { url, close } = await serve({ open, ...(notebook === undefined ? {} : { notebook }), ...(port === undefined ? {} : { port }) });
  print({ json: { url }, text: `${url}\n`, done: true });
  tell('The address is good for one visit. Ctrl+C stops Armillary.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  tell('Saving and closing …');
  await close();
}

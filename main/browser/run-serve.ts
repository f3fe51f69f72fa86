import { ArmillaryError } from '../../contract/index.ts';
import { type ServeOptions, serve } from './serve.ts';

/** Serves until Ctrl+C, then closes in order. Resolves to an exit code. */
export async function runServe(options: ServeOptions): Promise<number> {
  let serving: Awaited<ReturnType<typeof serve>>;
  try {
    serving = await serve(options);
  } catch (error) {
    if (!(error instanceof ArmillaryError)) throw error;
    console.error(`armillary: ${error.message}`);
    return 1;
  }
  console.log(`${serving.opened ? 'Armillary is open in the browser' : 'Open Armillary in a browser on this machine'}: ${serving.url}`);
  console.error('The address is good for one visit. Ctrl+C stops Armillary.');
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  console.error('armillary: saving and closing …');
  await serving.close();
  return 0;
}

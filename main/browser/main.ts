/** The loopback host by itself: what `npm start` falls back to. `armillary serve` is the same with options. */
import { runServe } from './run-serve.ts';

process.exitCode = await runServe({ open: true });

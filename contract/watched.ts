import { z } from 'zod';
import { ImportReport } from './exchange.ts';

/** The folder whose new files come into a notebook by themselves while it is open. */
export const WatchedFolder = z.object({
  /** Its path, the analyst's own folder as `~`. */
  folder: z.string(),
  /** `away`: it cannot be looked into now; it is picked up again by itself when it can. */
  state: z.enum(['watching', 'paused', 'away']),
  /** Why it is away; else empty. */
  reason: z.string(),
  /** Files that are coming in, or are still being written. */
  coming: z.int().nonnegative(),
  /** Documents that came in today. */
  today: z.int().nonnegative(),
  /** Every file that failed and was not put right since, and the latest of the others, the newest first. */
  report: ImportReport,
});
export type WatchedFolder = z.infer<typeof WatchedFolder>;

/** `try-again`: takes in what failed. `clear`: forgets what was reported. `stop`: forgets the folder; what came in stays. */
export const WatchChange = z.enum(['pause', 'go-on', 'try-again', 'clear', 'stop']);
export type WatchChange = z.infer<typeof WatchChange>;

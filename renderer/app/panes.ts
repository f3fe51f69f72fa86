import { z } from 'zod';
import { useHost } from './host.ts';

/** Widths and heights in CSS pixels, and which side panes are shown. */
export const Panes = z.object({
  library: z.number(),
  passages: z.number(),
  /** Height of the codebook, below the documents. */
  codebook: z.number(),
  libraryShown: z.boolean(),
  passagesShown: z.boolean(),
});
export type Panes = z.infer<typeof Panes>;

const atFirst: Panes = { library: 264, passages: 340, codebook: 260, libraryShown: true, passagesShown: true };

/** The panes as they were left. */
export function rememberedPanes(): Panes {
  return Panes.catch(atFirst).parse(useHost.getState().state?.preferences.panes);
}

/** Below this width of the window the passages fold away and come as a drawer. */
export const narrow = '(max-width: 999px)';

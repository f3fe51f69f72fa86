import type { Root } from 'hast';
import type { Claims } from './claims.ts';

/** What a reader makes of a file; not yet sanitised. */
export interface Draft {
  /**
   * The text with its structure. A block that stands on a page or at a time of the file says so in its property
   * `dataLocator` (`p. 12`, `pp. 12–13`, `00:12:03`), which goes on to hold for the blocks after it.
   */
  tree: Root;
  claims: Claims;
  /** What relative links count from; null where the file does not say. */
  base: string | null;
  /** What the analyst should know of the reading, a sentence each: a part that could not be read, say. */
  notices: string[];
}

import type { Progress } from '../../../contract/index.ts';

/** Where long work says how far it is. */
export type Tell = (progress: Progress) => void;

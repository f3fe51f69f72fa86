import type { Spoken } from '../spoken.ts';
import { between } from './between.ts';
import { eastern } from './eastern.ts';
import { germanic } from './germanic.ts';
import { romance } from './romance.ts';
import { slavic } from './slavic.ts';
import { southern } from './southern.ts';

/** Every language that has a stemmer, and those whose words stand without blanks. */
export const allLanguages: readonly Spoken[] = [...germanic, ...romance, ...slavic, ...between, ...southern, ...eastern];

import { z } from 'zod';
import { Bytes, StepId } from '../scalars.ts';

/** What several methods take or answer. */
export const nothing = z.object({});
export const step = StepId;
export const original = z.object({ name: z.string(), mediaType: z.string(), sha256: z.string(), bytes: Bytes });

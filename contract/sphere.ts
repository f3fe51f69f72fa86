import { z } from 'zod';
import { Color, Id } from './scalars.ts';

/** How a sphere's passages are underlined, so that its colour is never the only cue. */
export const Underline = z.enum(['solid', 'dashed', 'dotted', 'double', 'wavy']);
export type Underline = z.infer<typeof Underline>;

/** A category of the codebook. */
export const Sphere = z.object({
  id: Id,
  parentId: Id.nullable(),
  name: z.string(),
  description: z.string(),
  color: Color,
  underline: Underline,
  /** The key that tags with it: one of 1 … 9 or null. */
  key: z
    .string()
    .regex(/^[1-9]$/)
    .nullable(),
  /** Order among its siblings, ascending from 0. */
  position: z.int(),
  /** Passages tagged with it directly, without its sub-spheres; those of documents in the bin are not counted. */
  passages: z.int(),
});
export type Sphere = z.infer<typeof Sphere>;

const name = z.string().trim().min(1, 'a sphere needs a name').max(200);

export const NewSphere = z.object({
  name,
  /** Default: the next of the colour-blind-safe palette, with its underline. */
  color: Color.optional(),
  underline: Underline.optional(),
  parentId: Id.nullable().default(null),
  description: z.string().default(''),
});

export const SpherePatch = z.object({
  name: name.optional(),
  description: z.string().optional(),
  color: Color.optional(),
  underline: Underline.optional(),
  /** Taking a key that another sphere has takes it away from that one. */
  key: z
    .string()
    .regex(/^[1-9]$/)
    .nullable()
    .optional(),
});

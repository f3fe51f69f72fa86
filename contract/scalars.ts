import { z } from 'zod';

/** UUIDv7, minted by the engine: sorts by time of making. */
export const Id = z.uuid();
export type Id = z.infer<typeof Id>;

/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` gives it. */
export const Timestamp = z.iso.datetime();

/** A calendar date known to the day, the month or the year: `2024-05-12`, `2024-05`, `2024`. */
export const PartialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date as 2024, 2024-05 or 2024-05-12');

/** `#rrggbb`. */
export const Color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour as #rrggbb');

/** BCP 47 primary language subtag (`en`, `ru`, `zh`), or `und` where it is not known. */
export const Language = z.string().regex(/^[a-z]{2,3}$/, 'a language as en, ru or zh');

/** A half-open stretch `[start, end)` of a document's plain text, in UTF-16 code units. */
export const Segment = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type Segment = z.infer<typeof Segment>;

/** A step that `history.undo` can take back; known to the running engine alone. */
export const StepId = z.int().positive();
export type StepId = z.infer<typeof StepId>;

export const Bytes = z.instanceof(Uint8Array);

import { z } from 'zod';

/** Every way a call can fail. The words are the contract's; a host or a test may match on them. */
export const ErrorKind = z.enum(['not-found', 'invalid', 'conflict', 'busy', 'storage', 'corrupt', 'unsupported', 'cancelled', 'internal']);
export type ErrorKind = z.infer<typeof ErrorKind>;

/** What crosses the contract when a call fails. `message` is for the analyst, `details` for the log; never a stack. */
export const WireError = z.object({
  kind: ErrorKind,
  message: z.string(),
  details: z.string().optional(),
});
export type WireError = z.infer<typeof WireError>;

/** An error whose message an analyst can act on: what happened, what was kept, what to do next. */
export class ArmillaryError extends Error {
  readonly kind: ErrorKind;
  readonly details: string | undefined;

  constructor(kind: ErrorKind, message: string, details?: string) {
    super(message);
    this.name = 'ArmillaryError';
    this.kind = kind;
    this.details = details;
  }

  /** The part of it that may cross the contract. */
  toWire(): WireError {
    return { kind: this.kind, message: this.message, ...(this.details === undefined ? {} : { details: this.details }) };
  }

  static fromWire(error: WireError): ArmillaryError {
    return new ArmillaryError(error.kind, error.message, error.details);
  }
}

#!/usr/bin/env node
/** The terminal's way into a notebook. Exit codes: 0 all done, 1 something failed, 2 wrong usage. */
import { CommanderError } from 'commander';
import { ArmillaryError } from '../../contract/index.ts';
import { harmless, type Outcome, tell } from './outcome.ts';
import { createProgram } from './program.ts';

const program = createProgram(finish);

function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

function finish({ json, text, done }: Outcome): void {
  if (program.opts().json) printJson(json);
  else process.stdout.write(text);
  process.exitCode = done ? 0 : 1;
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong, or has shown the help or version that was asked for.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  const known =
    error instanceof ArmillaryError ? error : new ArmillaryError('internal', 'Something went wrong inside Armillary.', String(error));
  process.exitCode = 1;
  for (const line of known.message.split('\n')) tell(harmless(line));
  if (known.details !== undefined) tell(harmless(`(${known.details})`));
  if (program.opts().json) printJson({ error: { kind: known.kind, message: known.message } });
}

// A reader that has seen enough (`| head`) closes the pipe: no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  fail(error);
}

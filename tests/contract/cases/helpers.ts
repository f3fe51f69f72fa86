import assert from 'node:assert/strict';
import { ArmillaryError, connect, type EngineClient, type EngineMessage, type ErrorKind, type Wire } from '../../../contract/index.ts';

/** A new, empty notebook behind a transport. */
export interface OpenNotebook {
  /** The pipe of one more window, terminal or test. */
  wire(): Promise<Wire>;
  close(): Promise<void>;
}

/** One whose host lets the engine read folders. */
export interface GrantingNotebook extends OpenNotebook {
  /** Makes a folder of texts, by their names, and lets clients have it read by the grant it gives. */
  grantFolder(texts: Record<string, string>): string;
}

export interface ContractCase {
  name: string;
  run(notebook: OpenNotebook): Promise<void>;
}

export interface FolderCase {
  name: string;
  run(notebook: GrantingNotebook): Promise<void>;
}

export const utf8 = (text: string) => new TextEncoder().encode(text);

let clients = 0;
export async function client(notebook: OpenNotebook) {
  clients += 1;
  return connect(await notebook.wire(), `client ${clients}`);
}

/** Imports a file; gives the document it became. */
export async function imported(engine: EngineClient, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const report = await engine.call('imports.files', { files: [{ name, bytes }] });
  return report.imported[0]?.documentId ?? assert.fail(JSON.stringify(report.failed));
}

async function failure(promise: Promise<unknown>): Promise<ArmillaryError> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof ArmillaryError, `not a typed error: ${String(error)}`);
    return error;
  }
  return assert.fail('it did not fail');
}

export async function fails(promise: Promise<unknown>, kind: ErrorKind): Promise<ArmillaryError> {
  const error = await failure(promise);
  assert.equal(error.kind, kind, error.message);
  return error;
}

/** What the analyst is told is a sentence, and no part of it, nor of the log's details, is a stack. */
export function assertWords(error: ArmillaryError): void {
  assert.match(error.message, /^[\p{L}“].*[.?]$/u);
  for (const text of [error.message, error.details ?? '']) assert.doesNotMatch(text, /^\s*at .+:\d+/m);
}

export const nobody = '01890000-0000-7000-8000-000000000000';

/** Sends what the typed client would not, and waits for the answer to it. */
export async function raw(wire: Wire, method: string, params: unknown): Promise<EngineMessage> {
  return new Promise((resolve) => {
    const stop = wire.onMessage((message) => {
      if (message.type === 'changed' || message.client !== 'raw') return;
      stop();
      resolve(message);
    });
    wire.send({ type: 'call', id: 1, client: 'raw', method, params });
  });
}

import { decodeWords } from 'postal-mime';
import { ArmillaryError } from '../../../../contract/index.ts';
import type { Draft } from '../draft.ts';
import { decodeText } from '../encodings/decode.ts';
import { encodingOf } from '../encodings/encodings.ts';
import { readHtml } from '../html/html.ts';
import { normaliseText } from '../normalise.ts';

/** A saved page has a part for each picture and frame. */
const mostParts = 20_000;

/** An archive, or a part of one. */
interface Part {
  headers: Map<string, string>;
  body: Buffer;
}

/** A page as Chrome and Word save it in one file (.mhtml, .mht): its HTML, read as a saved page is. */
export function readMhtml(bytes: Uint8Array): Draft {
  const archive = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const root = rootOf(archive);
  const charset = parameter(root, 'charset');
  const encoding = charset === '' ? null : encodingOf(charset);
  const { text } = decodeText(unpack(root), { mayDeclare: true, ...(encoding === null ? {} : { encoding }) });
  const { tree, claims, base } = readHtml(normaliseText(text));
  const address = addressOf(archive.headers.get('snapshot-content-location')) || addressOf(root.headers.get('content-location'));
  return {
    tree,
    claims: {
      ...claims,
      title: claims.title || decodeWords(archive.headers.get('subject') ?? '').trim(),
      url: claims.url || address,
    },
    base: base ?? (address || null),
    notices: [],
  };
}

/** The part that is the page: the one that the archive names as its start, else the first of HTML. */
function rootOf(archive: Part): Part {
  if (typeOf(archive) === 'text/html') return archive;
  const boundary = parameter(archive, 'boundary');
  if (!typeOf(archive).startsWith('multipart/') || boundary === '') {
    throw new ArmillaryError('invalid', 'It is not a saved web archive: it does not list its parts. It was not imported.');
  }
  const parts = partsOf(archive.body, boundary);
  const start = parameter(archive, 'start');
  const pages = parts
    .map((part) => (typeOf(part) === 'multipart/alternative' ? rootOf(part) : part))
    .filter((part) => /html/.test(typeOf(part)));
  const page = pages.find((part) => start !== '' && part.headers.get('content-id') === start) ?? pages[0];
  if (page === undefined) throw new ArmillaryError('invalid', 'There is no page in this web archive. Nothing was imported.');
  return page;
}

function partsOf(body: Buffer, boundary: string): Part[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Part[] = [];
  let at = body.indexOf(mark);
  while (at >= 0 && parts.length < mostParts) {
    const start = at + mark.length;
    if (body.toString('latin1', start, start + 2) === '--') return parts;
    at = body.indexOf(mark, start);
    if (at >= 0) parts.push(partOf(body.subarray(start, at)));
  }
  throw new ArmillaryError(
    'invalid',
    'It is cut short: the end of its parts is missing. It was not imported. Save the page again, or get the file again from where it came from.',
  );
}

/** Headers end at the first empty line. */
function partOf(source: Buffer): Part {
  const text = source
    .subarray(0, 100_000)
    .toString('latin1')
    .replace(/^\r?\n/, '');
  const skipped = /^\r?\n/.exec(source.toString('latin1', 0, 2))?.[0].length ?? 0;
  const gap = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, gap?.index ?? text.length);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const key = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(key)) headers.set(key, line.slice(colon + 1).trim());
  }
  return { headers, body: gap === null ? Buffer.alloc(0) : source.subarray(skipped + gap.index + gap[0].length) };
}

function unpack({ headers, body }: Part): Uint8Array {
  const transfer = headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
  if (transfer === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (transfer !== 'quoted-printable') return body;
  const text = body
    .toString('latin1')
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

function typeOf({ headers }: Part): string {
  return headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function parameter({ headers }: Part, name: string): string {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(headers.get('content-type') ?? '');
  return match?.[1] ?? match?.[2] ?? '';
}

function addressOf(location: string | undefined): string {
  return location !== undefined && /^https?:/i.test(location) ? location.replace(/\s/g, '') : '';
}

import type { Element, ElementContent, Root } from 'hast';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { ArmillaryError } from '../../../../contract/index.ts';
import { readDate } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { decodeText } from '../encodings/decode.ts';
import { textOf } from '../html/hast.ts';
import { readHtmlPiece } from '../html/html.ts';
import { normaliseText } from '../normalise.ts';
import { readMessageText } from './message-text.ts';
import { block, listed } from './pieces.ts';

/** Messages within messages that are read; what lies deeper, or is more, stays in the original. */
const deepestMessage = 5;
const mostMessages = 50;

/** The parser takes a message line by line, in memory: a 32 MB attachment has 420,000. */
const mostLines = 600_000;

/** Bounds that the parser keeps: parts within parts, and all headers together in bytes. */
const parserBounds = { maxNestingDepth: 50, maxHeadersSize: 1_000_000 };

/**
 * A message as mail programs save it (.eml): what its headers say, its text (the HTML of it where there is some) and the
 * messages that it forwards whole. Attachments are named in a notice.
 */
export async function readEmail(bytes: Uint8Array): Promise<Draft> {
  boundLines(bytes);
  const left: string[] = [];
  const count = { messages: 0 };
  const email = await parse(bytes);
  refuseSealed(email);
  refuseCut(bytes, email);
  const children = await contentOf(email, bytes, left, count, 0);
  return {
    tree: { type: 'root', children },
    claims: {
      title: email.subject?.trim() ?? '',
      author: email.from === undefined ? '' : email.from.name || (email.from.address ?? ''),
      publisher: header(email, 'organization'),
      url: /https?:[^>\s]+/.exec(header(email, 'archived-at'))?.[0] ?? '',
      published: dateOf(header(email, 'date')),
      language: header(email, 'content-language').split(/[,;]/, 1)[0]?.trim() ?? '',
    },
    base: null,
    notices: left.length === 0 ? [] : [`${listed(left, 'attachment was', 'attachments were')} left in the original.`],
  };
}

async function parse(bytes: Uint8Array): Promise<Email> {
  let email: Email;
  try {
    // Flowed text is joined here, where quotes are known; messages within are read by `readEmail` itself.
    email = await PostalMime.parse(hideFlow(inUtf8(bytes)), { ...parserBounds, forceRfc822Attachments: true });
  } catch (error) {
    throw new ArmillaryError(
      'invalid',
      'Its headers or parts are nested or repeated without end, as no mail program writes them. It was not imported.',
      String(error),
    );
  }
  if (['from', 'to', 'subject', 'date', 'received'].every((key) => header(email, key) === '')) {
    throw new ArmillaryError(
      'invalid',
      'It is not an e-mail message: it has no sender, subject or date. It was not imported. If it is plain text, rename it to .txt.',
    );
  }
  return email;
}

async function contentOf(email: Email, bytes: Uint8Array, left: string[], count: { messages: number }, depth: number): Promise<Element[]> {
  const blocks: Element[] = [headersOf(email, depth > 0), ...bodyOf(email, bytes)];
  for (const attachment of email.attachments) {
    const inner = attachment.mimeType === 'message/rfc822' && depth < deepestMessage && count.messages < mostMessages;
    if (inner) {
      count.messages += 1;
      const content = bytesOf(attachment);
      const message = await parse(content).catch(() => null);
      if (message === null) left.push(nameOf(attachment));
      else blocks.push({ ...block('blockquote', ''), children: await contentOf(message, content, left, count, depth + 1) });
    } else if (!isPartOfBody(attachment)) left.push(nameOf(attachment));
  }
  return blocks;
}

/** Who wrote to whom and when, as a mail program shows it above the text. */
function headersOf(email: Email, withSubject: boolean): Element {
  const lines = [
    ['From', email.from === undefined ? '' : addressOf(email.from)],
    ['To', (email.to ?? []).map(addressOf).join(', ')],
    ['Cc', (email.cc ?? []).map(addressOf).join(', ')],
    ['Date', header(email, 'date')],
    ['Subject', withSubject ? (email.subject ?? '') : ''],
  ].filter(([, value]) => value !== '');
  const children = lines.flatMap(([label, value], index): ElementContent[] => [
    ...(index === 0 ? [] : [block('br', '')]),
    { type: 'text', value: `${label}: ${normaliseText(value ?? '')}` },
  ]);
  return { ...block('p', ''), children };
}

function bodyOf(email: Email, bytes: Uint8Array): Element[] {
  const html = email.html === undefined ? null : readHtmlPiece(normaliseText(email.html));
  if (html !== null && textOf(html) !== '') return elementsOf(html);
  const start = new TextDecoder('windows-1252').decode(bytes);
  const flow = { flowed: flowedText.test(start), deletesSpace: /;\s*delsp="?yes/i.test(start) };
  return elementsOf(readMessageText(normaliseText(email.text ?? ''), flow));
}

/** Text that stands beside blocks is a block of its own. */
function elementsOf({ children }: Root): Element[] {
  return [{ type: 'element', tagName: 'div', properties: {}, children: children.filter((child) => child.type !== 'doctype') }];
}

const flowedText = /;\s*format="?flowed/i;

function hideFlow(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!flowedText.test(text)) return bytes;
  return Buffer.from(text.replace(/(;\s*format="?)flowed/gi, '$1unwrap'), 'latin1');
}

/** Mail programs once wrote headers and text in the letters of their country without a word of it. */
function inUtf8(bytes: Uint8Array): Uint8Array {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = /\r?\n\r?\n/.exec(source.subarray(0, 200_000).toString('latin1'))?.index ?? source.length;
  const isDeclared = /charset=/i.test(source.toString('latin1'));
  const unnamed = isDeclared ? source.subarray(0, end) : source;
  if (unnamed.every((byte) => byte < 0x80)) return bytes;
  const { encoding, text } = decodeText(unnamed, { mayDeclare: false });
  if (encoding === 'utf-8') return bytes;
  return Buffer.concat([Buffer.from(text, 'utf8'), source.subarray(unnamed.length)]);
}

function refuseSealed(email: Email): void {
  const type = header(email, 'content-type').toLowerCase();
  const isSealed =
    type.startsWith('multipart/encrypted') ||
    /^application\/(x-)?pkcs7-mime/.test(type) ||
    /^\s*-----BEGIN PGP MESSAGE-----/.test(email.text ?? '');
  if (!isSealed) return;
  throw new ArmillaryError(
    'unsupported',
    'It is encrypted (S/MIME or PGP), so its text cannot be read. It was not imported: open it in your mail program and paste its text here, or save it decrypted and import that.',
  );
}

function boundLines(bytes: Uint8Array): void {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  if (lines <= mostLines) return;
  throw new ArmillaryError(
    'unsupported',
    `It has more than ${mostLines.toLocaleString('en')} lines, the most that are read of a message. It was not imported: save its text, or its attachments, and import those.`,
  );
}

/** A message of parts ends with a mark. */
function refuseCut(bytes: Uint8Array, email: Email): void {
  const boundary = /^multipart\/.*?boundary="?([^";]+)/i.exec(header(email, 'content-type'))?.[1]?.trim();
  if (boundary === undefined) return;
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (source.includes(`--${boundary}--`, 0, 'latin1')) return;
  throw new ArmillaryError(
    'invalid',
    'It is cut short: the end of its parts is missing. It was not imported. Save the message again from your mail program.',
  );
}

/** Pictures in the text and signatures under it are not what one calls an attachment. */
function isPartOfBody({ related, mimeType }: Attachment): boolean {
  return related === true || /^application\/(pgp-signature|(x-)?pkcs7-signature|pgp-keys)$/.test(mimeType);
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
}

function nameOf({ filename, mimeType }: Attachment): string {
  return filename || (mimeType === 'message/rfc822' ? 'a message' : `one of type ${mimeType}`);
}

function header({ headers }: Email, key: string): string {
  return (
    headers
      .find((line) => line.key === key)
      ?.value.replace(/\s+/g, ' ')
      .trim() ?? ''
  );
}

function addressOf(address: Address): string {
  if (address.group !== undefined) return `${address.name}: ${address.group.map(addressOf).join(', ')}`;
  return address.name === '' || address.name === address.address ? address.address : `${address.name} <${address.address}>`;
}

/** The day on the sender's own calendar: `Thu, 5 Mar 2026 23:30:00 +0300` is the fifth everywhere. */
function dateOf(written: string): string | null {
  const [, day = '', month = '', year = ''] = /(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})/i.exec(written) ?? [];
  const index = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(month.toLowerCase());
  return index < 0 ? readDate(written) : readDate(`${year}-${index + 1}-${day}`);
}

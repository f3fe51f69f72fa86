import { isAbsolute, resolve } from 'node:path';
import { extension } from '../host/recent.ts';

/** The window's own address. A scheme of our own: no file:// rights, and an origin that no web page has. */
export const scheme = 'app';
const ownHost = 'armillary';
export const startPage = `${scheme}://${ownHost}/index.html`;

function parse(url: string): URL | null {
  return URL.canParse(url) ? new URL(url) : null;
}

/** Whether this is a page of ours: who may speak over IPC, and all that a window may show. */
export function isOwnPage(url: string): boolean {
  const parsed = parse(url);
  return parsed !== null && parsed.protocol === `${scheme}:` && parsed.host === ownHost && parsed.username === '' && parsed.password === '';
}

/** The path of a request to our scheme, or null where it is not to be answered. */
export function ownPath(method: string, url: string): string | null {
  const parsed = parse(url);
  return method === 'GET' && parsed !== null && isOwnPage(url) ? parsed.pathname : null;
}

/** A link that may be handed to the system's browser: https, and no name or password in it to pass a host off as another. */
export function allowedLink(url: string): URL | null {
  const parsed = parse(url);
  return parsed !== null && parsed.protocol === 'https:' && parsed.hostname !== '' && parsed.username === '' && parsed.password === ''
    ? parsed
    : null;
}

/** Requests that a window of ours makes to itself; whatever else it asks for is not sent. */
export function isOwnRequest(url: string): boolean {
  return isOwnPage(url) || /^(devtools|blob|data|about):/.test(url);
}

/** The notebook a command line names, if it names one. */
export function notebookArgument(argv: readonly string[], folder: string): string | null {
  const named = argv.slice(1).find((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(extension));
  if (named === undefined) return null;
  return isAbsolute(named) ? named : resolve(folder, named);
}

import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonHeaders, contentSecurityPolicy } from './content-security.ts';

/** The built window: beside the bundles of main/, or in build/ where this runs from the sources. */
export const pagesFolder = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../build/renderer' : '../renderer', import.meta.url),
);

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The file below `root` that a URL's path names, or null where it names none that may be served. */
export function resolvePage(root: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (path === '/') path = '/index.html';
  if (!path.startsWith('/') || path.includes('\0') || path.includes('\\')) return null;
  if (path.split('/').some((part) => part.startsWith('.') || part.includes(':'))) return null;
  if (mediaTypes[extname(path)] === undefined) return null;
  const file = join(root, path);
  return file.startsWith(root + sep) ? file : null;
}

export interface Page {
  body: Buffer;
  headers: Record<string, string>;
}

/** A page or one of its parts with the headers it goes out under; null where there is none. `connect`: what it may reach. */
export async function readPage(root: string, urlPath: string, connect: string): Promise<Page | null> {
  const file = resolvePage(root, urlPath);
  if (file === null) return null;
  let body: Buffer;
  try {
    body = await readFile(file);
  } catch {
    return null;
  }
  return {
    body,
    headers: {
      ...commonHeaders,
      'Content-Type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      'Content-Security-Policy': contentSecurityPolicy(connect),
    },
  };
}

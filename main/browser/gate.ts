import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Decides who may speak to the loopback host: the browser that opened the printed address, and nobody else. */
export interface Gate {
  /** To be opened once. */
  address(): string;
  /** What to do with a page request. */
  judgeRequest(request: IncomingMessage): Verdict;
  judgeUpgrade(request: IncomingMessage): boolean;
}

export type Verdict =
  | { kind: 'serve'; path: string }
  /** The token was good: hand out the cookie and drop the token from the address. */
  | { kind: 'admit'; cookie: string }
  | { kind: 'refuse' };

function same(given: string | undefined, secret: string): boolean {
  if (given === undefined || given.length !== secret.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(secret));
}

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}

export function createGate(port: number): Gate {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Cookies do not know ports: two hosts at once must not take each other's.
  const cookieName = `armillary-${port}`;
  const secret = randomBytes(32).toString('base64url');
  let token: string | null = randomBytes(32).toString('base64url');

  // Any other name for this machine is how a foreign page would reach it (DNS rebinding).
  const isOurHost = (request: IncomingMessage) => request.headers.host === host;
  const isOurOrigin = (request: IncomingMessage) => request.headers.origin === origin;
  const hasCookie = (request: IncomingMessage) => same(readCookie(request.headers.cookie, cookieName), secret);

  return {
    address: () => (token === null ? `${origin}/` : `${origin}/?token=${token}`),
    judgeRequest(request) {
      if (!isOurHost(request) || (request.headers.origin !== undefined && !isOurOrigin(request))) return { kind: 'refuse' };
      if (request.method !== 'GET' || !request.url?.startsWith('/')) return { kind: 'refuse' };
      const [path = '/', query] = request.url.split('?', 2);
      const given = new URLSearchParams(query).get('token');
      if (given !== null) {
        if (token === null || path !== '/' || !same(given, token)) return { kind: 'refuse' };
        token = null;
        return { kind: 'admit', cookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/` };
      }
      return hasCookie(request) ? { kind: 'serve', path } : { kind: 'refuse' };
    },
    judgeUpgrade: (request) =>
      isOurHost(request) && isOurOrigin(request) && hasCookie(request) && request.url?.split('?', 1)[0] === '/socket',
  };
}

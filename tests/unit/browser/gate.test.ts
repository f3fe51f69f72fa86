import { request as httpRequest } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Serving, serve } from '../../../main/browser/serve.ts';
import { tempFolder } from '../host/temp-folder.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

let serving: Serving;
let origin: string;
let host: string;

beforeEach(async () => {
  const folder = tempFolder();
  serving = await serve({ open: false, folders: { settings: folder, notebooks: folder } });
  ({ origin, host } = new URL(serving.url));
});
afterEach(() => serving.close());

/** As raw as a foreign program could send it: no client in between to tidy the path or set the Host. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers: { host, ...headers } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    request.on('error', reject).end();
  });
}

const tokenPath = () => serving.url.slice(origin.length);

async function cookie(): Promise<string> {
  const { headers } = await ask(tokenPath());
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

/** The status a socket's opening is answered with; 101 where it opens. */
function knock(headers: Record<string, string>, path = '/socket?tab=t'): Promise<number> {
  const socket = new WebSocket(`ws://${host}${path}`, { headers });
  return new Promise((resolve) => {
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

describe('who gets in', () => {
  test('the token is turned into a cookie that no script reads and no other site sends, and leaves the address', async () => {
    const { status, headers } = await ask(tokenPath());
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']?.[0]).toMatch(/^armillary-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  });

  test('the token is good once', async () => {
    await ask(tokenPath());
    expect((await ask(tokenPath())).status).toBe(403);
  });

  test('a wrong guess does not use it up', async () => {
    expect((await ask(`/?token=${'x'.repeat(43)}`)).status).toBe(403);
    expect((await ask(tokenPath())).status).toBe(303);
  });

  test('with the cookie a page is looked for, and the socket opens', async () => {
    const held = await cookie();
    expect((await ask('/nothing-here.js', { cookie: held })).status).toBe(404);
    expect(await knock({ cookie: held, origin })).toBe(101);
  });

  test('two hosts do not take each other’s cookie', async () => {
    const folder = tempFolder();
    const other = await serve({ open: false, folders: { settings: folder, notebooks: folder } });
    const held = await cookie();
    const elsewhere = await fetch(new URL('/', other.url), { headers: { cookie: held } });
    await other.close();
    expect(elsewhere.status).toBe(403);
  });
});

describe('who does not', () => {
  const refused = { status: 403, body: '403' };

  test.each(['/', '/index.html', '/nothing-here.js', '/socket', '/?token=', '/../../etc/passwd'])('%s without a cookie', async (path) => {
    expect(await ask(path)).toMatchObject(refused);
  });

  test('another Host, even with the cookie or the token', async () => {
    const held = await cookie();
    for (const name of [`localhost:${new URL(origin).port}`, 'evil.example', `evil.example:${new URL(origin).port}`, '127.0.0.1'])
      expect(await ask('/', { host: name, cookie: held })).toMatchObject(refused);
  });

  test('another Host does not use the token up', async () => {
    expect(await ask(tokenPath(), { host: 'evil.example' })).toMatchObject(refused);
    expect((await ask(tokenPath())).status).toBe(303);
  });

  test('another Origin, even with the cookie', async () => {
    const held = await cookie();
    for (const from of ['https://evil.example', 'null', 'http://127.0.0.1:1', `http://localhost:${new URL(origin).port}`])
      expect(await ask('/', { origin: from, cookie: held })).toMatchObject(refused);
  });

  test('another method', async () => {
    const held = await cookie();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect(await ask('/', { cookie: held, origin }, method)).toMatchObject(refused);
  });

  test('a forged cookie, or one cut short', async () => {
    const held = await cookie();
    const [name] = held.split('=');
    for (const forged of [`${name}=`, `${name}=${'x'.repeat(43)}`, held.slice(0, -1), held.replace('armillary', 'other')])
      expect(await ask('/', { cookie: forged })).toMatchObject(refused);
  });

  test('a path that climbs finds nothing, even with the cookie', async () => {
    const held = await cookie();
    for (const path of [
      '/../package.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/assets/..%5c..%5cpackage.json',
      '//etc/passwd',
    ])
      expect((await ask(path, { cookie: held })).status).toBe(404);
  });

  test('a refusal tells nothing about the program', async () => {
    const { headers } = await ask('/');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });

  test('a socket without the cookie, from another Origin or none, under another Host, or elsewhere', async () => {
    const held = await cookie();
    expect(await knock({ origin })).toBe(403);
    expect(await knock({ cookie: held, origin: 'https://evil.example' })).toBe(403);
    expect(await knock({ cookie: held })).toBe(403);
    expect(await knock({ cookie: held, origin, host: 'evil.example' })).toBe(403);
    expect(await knock({ cookie: held, origin }, '/other')).toBe(403);
  });
});

test('a socket that sends what is not of the contract is closed', async () => {
  const socket = new WebSocket(`ws://${host}/socket?tab=t`, { headers: { cookie: await cookie(), origin } });
  const code = await new Promise((resolve) => {
    socket.on('close', resolve);
    socket.on('open', () => socket.send(Buffer.from([0xc1, 0xff])));
  });
  expect(code).toBe(1008);
});

test('listens on this machine alone', () => {
  expect(new URL(serving.url).hostname).toBe('127.0.0.1');
});

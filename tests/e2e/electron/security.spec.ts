import type {} from '../../../renderer/shell/create-shell.ts';
import { expect, test } from '../harness/test.ts';

test('a page has the bridge and nothing of Node or Electron', async ({ desktop }) => {
  const there = await desktop.page.evaluate(() => ({
    bridge: Object.keys(window.armillary ?? {}).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
  }));
  expect(there).toEqual({ bridge: ['onMessage', 'send'], node: [] });
});

test('the page comes from our scheme with the policy as a header, and no path climbs out of it', async ({ desktop, complaints }) => {
  expect(desktop.page.url()).toBe('app://armillary/index.html');
  const answers = await desktop.electron.evaluate(async ({ net }) => {
    const ask = async (url: string) => {
      const response = await net.fetch(url);
      return { status: response.status, policy: response.headers.get('content-security-policy') };
    };
    return {
      index: await ask('app://armillary/index.html'),
      climbing: await ask('app://armillary/..%2f..%2fpackage.json'),
      elsewhere: await ask('app://other/index.html'),
    };
  });
  expect(answers.index.policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';.*connect-src 'none'/);
  expect([answers.index.status, answers.climbing.status, answers.elsewhere.status]).toEqual([200, 404, 404]);
  expect(complaints).toEqual([]);
});

test('neither script nor style of another hand runs, and nothing is reached', async ({ desktop, complaints }) => {
  const { page } = desktop;
  const reached = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.head.append(script);
    const fetched = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    const own = await fetch('app://armillary/index.html').then(
      () => true,
      () => false,
    );
    return { ran: 'ran' in window, fetched, own };
  });
  expect(reached).toEqual({ ran: false, fetched: false, own: false });
  // What the policy refused is reported in the console, once each.
  expect(complaints.filter((complaint) => complaint.includes('Content Security Policy')).length).toBeGreaterThan(0);
  complaints.length = 0;
});

test('permissions, other pages, other windows and downloads are refused', async ({ desktop, complaints }) => {
  const { page, electron } = desktop;
  const permissions = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    location: await new Promise<boolean>((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve(true),
        () => resolve(false),
      ),
    ),
    microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => true,
      () => false,
    ),
  }));
  expect(permissions).toEqual({ notifications: 'denied', location: false, microphone: false });

  expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
  expect(await page.evaluate(() => window.open('app://armillary/index.html') === null)).toBe(true);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    document.body.append(link);
    link.click();
    link.remove();
  });
  const shown = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  );
  expect(shown).toEqual(['app://armillary/index.html']);
  complaints.length = 0;
});

test('a message that is not of the contract is dropped, and the window goes on', async ({ desktop }) => {
  const { page } = desktop;
  await page.evaluate(() => {
    // What no typed caller would send.
    const send: (message: unknown) => void = Reflect.get(window.armillary ?? {}, 'send');
    for (const message of [null, 'text', {}, { type: 'shell' }, { type: 'engine', message: {} }, { type: 'quit' }]) send(message);
  });
  await desktop.newNotebook('Still here');
});

test('only https links leave, after a question that names the host', async ({ desktop }) => {
  const { electron, page } = desktop;
  await electron.evaluate(({ dialog, shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...given: unknown[]) => {
      asked.push(String(Reflect.get(Object(given.at(-1)), 'message')));
      return { response: 0, checkboxChecked: false };
    };
    shell.openExternal = async (url) => void asked.push(url);
  });
  const open = (url: string, id: number) =>
    page.evaluate(
      ([link, callId]) =>
        new Promise<string>((resolve) => {
          window.armillary?.onMessage((message) => {
            if (Reflect.get(Object(message), 'id') === callId) resolve(JSON.stringify(message));
          });
          window.armillary?.send({ type: 'shell', id: callId, method: 'openLink', params: { url: link } });
        }),
      [url, id] as const,
    );
  expect(await open('file:///etc/passwd', 9001)).toContain('"invalid"');
  expect(await open('http://example.org/', 9002)).toContain('"invalid"');
  expect(await open('https://example.org/a', 9003)).toContain('"opened":true');
  expect(await electron.evaluate((): unknown => Reflect.get(globalThis, 'asked'))).toEqual([
    'Open example.org in the browser?',
    'https://example.org/a',
  ]);
});

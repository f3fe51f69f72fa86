import { z } from 'zod';
import { titles, withArticle } from './fixtures.ts';
import type { App } from './harness/app.ts';
import { expect, test } from './harness/test.ts';
import { armillary, fileOf } from './terminal.ts';
import { NotebookWindow } from './window.ts';

test('what is done in one window is seen in the other', async ({ app }) => {
  const one = await withArticle(app);
  const two = await secondWindow(app);

  await one.tag('dispatchers speak a mixture', '3');
  await two.expectSeen('dispatchers speak a mixture', ['cultural']);
  await one.caretBehind('A last remark on the name.');
  await one.page.keyboard.type(' It is a short one.');
  await expect(two.text).toContainText('A last remark on the name. It is a short one.');

  await two.page.getByRole('button', { name: 'New sphere' }).click();
  await two.page.getByRole('textbox', { name: 'Name of the new sphere' }).fill('language');
  await two.page.keyboard.press('Enter');
  await expect(one.sphere('language')).toBeVisible();
  await two.text.focus();
  await two.caretBefore('Language was settled');
  await two.page.keyboard.type('So: ');
  await expect(one.text).toContainText('So: Language was settled in the canteen.');
  await one.expectSeen('dispatchers speak a mixture', ['cultural']);
});

test('what two windows write into one document at once is both kept', async ({ app }) => {
  const one = await withArticle(app);
  const two = await secondWindow(app);
  await one.caretBehind('A last remark on the name.');
  await two.caretBehind('A last remark on the name.');
  await Promise.all([one.page.keyboard.insertText(' The first hand.'), two.page.keyboard.insertText(' The other hand.')]);

  const offers = [one, two].map(({ page }) => page.getByRole('button', { name: 'Keep mine as a copy' }));
  const offered = async () => (await Promise.all(offers.map((offer) => offer.count()))).join();
  await expect.poll(offered).toMatch('1');
  const oneLost = (await offered()) === '1,0';
  const [winner, loser] = oneLost ? [two, one] : [one, two];
  const words = oneLost ? (['The other hand.', 'The first hand.'] as const) : (['The first hand.', 'The other hand.'] as const);
  await expect(winner.text).toContainText(words[0]);
  await expect(loser.text).toContainText(words[1]);
  await loser.page.getByRole('button', { name: 'Keep mine as a copy' }).click();
  await expect(loser.page.getByRole('textbox', { name: `Text of ${titles.corridor} (my copy)` })).toContainText(words[1]);
  await loser.document(titles.corridor).filter({ hasNotText: 'my copy' }).click();
  await expect(loser.text).toContainText(words[0]);
  await expect(loser.text).not.toContainText(words[1]);
});

test('the terminal tags while the window is open, and the window shows it', async ({ app }) => {
  const window = await withArticle(app);
  await tagInTerminal(app, 'Water is the limit', 'economic', 'From the terminal');
  await window.expectSeen('Water is the limit', ['economic']);
  await expect(window.card('Water is the limit')).toContainText('From the terminal');
});

test('the terminal tags while one types, and nothing of either is lost', async ({ app }) => {
  const window = await withArticle(app);
  await window.caretBehind('A last remark on the name.');
  let tagging = true;
  const tagged = tagInTerminal(app, 'Critics count differently', 'geopolitical', '').finally(() => {
    tagging = false;
  });
  let typed = '';
  while (tagging) {
    await window.page.keyboard.type(' more', { delay: 20 });
    typed += ' more';
  }
  await tagged;
  await window.expectSeen('Critics count differently', ['geopolitical']);
  await window.expectSaved();
  await expect(window.text).toContainText(`A last remark on the name.${typed} On the plans`);
  await expect(window.page.getByText('This document was changed elsewhere.')).toHaveCount(0);
});

async function secondWindow(app: App): Promise<NotebookWindow> {
  const page = await app.another(() => app.page.keyboard.press('ControlOrMeta+Alt+n'));
  const window = new NotebookWindow(page);
  await window.open(titles.corridor);
  return window;
}

const Documents = z.object({ documents: z.array(z.object({ id: z.string() })) });

async function tagInTerminal(app: App, quote: string, sphere: string, note: string): Promise<void> {
  const notebook = fileOf(app, 'Corridor');
  const { documents } = Documents.parse(await armillary('documents', '--notebook', notebook));
  await armillary(
    'tag',
    '--notebook',
    notebook,
    '--document',
    documents[0]?.id ?? '',
    '--quote',
    quote,
    '--sphere',
    sphere,
    '--note',
    note,
  );
}

import { expect, type Locator, type Page } from '@playwright/test';

/** The window with a notebook open: what an analyst sees of it, and the few things that scenarios do again and again. */
export class NotebookWindow {
  readonly page: Page;
  /** The text of the open document. */
  readonly text: Locator;
  readonly documents: Locator;
  readonly spheres: Locator;
  /** The cards of the passages, anchored ones first. */
  readonly cards: Locator;
  /** The passages as bars beside the text. */
  readonly bars: Locator;
  readonly dialog: Locator;
  readonly messages: Locator;
  /** The foot of the window: saved or not, words, passage. */
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole('textbox', { name: /^Text of / });
    this.documents = page.getByRole('listbox', { name: 'Documents' });
    this.spheres = page.getByRole('treegrid', { name: 'Spheres' });
    this.cards = page.getByRole('complementary', { name: 'Passages and notes' }).getByRole('article');
    this.bars = page.getByRole('group', { name: 'Passages beside the text' }).getByRole('button');
    this.dialog = page.getByRole('dialog');
    this.messages = page.getByRole('region', { name: 'Messages' });
    this.status = page
      .getByRole('contentinfo')
      .filter({ has: page.getByRole('status') })
      .first();
  }

  /** A document in the library. */
  document(title: string): Locator {
    return this.documents.getByRole('option', { name: title });
  }

  sphere(name: string): Locator {
    return this.spheres.getByRole('row', { name: `${name},` });
  }

  /** The card of the passage with exactly this quote. */
  card(quote: string): Locator {
    return this.cards.filter({ has: this.page.getByRole('blockquote').getByText(quote, { exact: true }) });
  }

  bar(quote: string): Locator {
    return this.bars.and(this.page.getByRole('button', { name: `: ${quote}` }));
  }

  async open(title: string): Promise<void> {
    await this.document(title).click();
    await expect(this.page.getByRole('textbox', { name: `Text of ${title}` })).toBeVisible();
  }

  /** Selects words that stand once in the text, by the keyboard. */
  async select(words: string): Promise<void> {
    const { keyboard } = this.page;
    await keyboard.press('ControlOrMeta+f');
    await expect(this.page.getByRole('textbox', { name: 'Find in document' })).toBeFocused();
    await keyboard.insertText(words);
    await expect(this.page.getByRole('search').getByRole('status')).toHaveText('1 of 1');
    await keyboard.press('Escape');
    await expect(this.text).toBeFocused();
  }

  /** Puts the caret behind words that stand once in the text. */
  async caretBehind(words: string): Promise<void> {
    await this.select(words);
    await this.page.keyboard.press('ArrowRight');
  }

  /** Puts the caret before words that stand once in the text. */
  async caretBefore(words: string): Promise<void> {
    await this.select(words);
    await this.page.keyboard.press('ArrowLeft');
  }

  /** Tags words that stand once in the text, by find and the key of a sphere. */
  async tag(words: string, key: string): Promise<void> {
    await this.select(words);
    await this.page.keyboard.press(key);
    await expect(this.card(words)).toBeVisible();
  }

  /** Writes a note on the passage that the keyboard is on, in the text or in the list. */
  async note(quote: string, words: string): Promise<void> {
    await this.page.keyboard.press('n');
    await expect(this.page.getByRole('textbox', { name: 'Note on the passage' })).toBeFocused();
    await this.page.keyboard.insertText(words);
    await this.page.keyboard.press('Escape');
    await expect(this.card(quote)).toBeFocused();
  }

  /** Opens the search and types; what it answers then stands in the dialog. */
  async searchFor(words: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+k');
    await expect(this.page.getByRole('combobox', { name: 'Search the notebook' })).toBeFocused();
    await this.page.keyboard.insertText(words);
    await expect(this.dialog.getByRole('status')).toHaveText(/result/);
    await expect(this.dialog.getByRole('listbox', { name: 'Results' })).not.toHaveAttribute('data-outdated');
  }

  /** Where words stand on the screen, line by line. */
  async placesOf(words: string): Promise<{ x: number; y: number; width: number; height: number }[]> {
    return this.text.evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const runs: { node: Node; start: number }[] = [];
      let all = '';
      while (walker.nextNode()) {
        runs.push({ node: walker.currentNode, start: all.length });
        all += walker.currentNode.nodeValue ?? '';
      }
      const start = all.indexOf(wanted);
      if (start === -1) return [];
      const pointAt = (offset: number) => runs.findLast((run) => run.start <= offset);
      const first = pointAt(start);
      const last = pointAt(start + wanted.length - 1);
      if (first === undefined || last === undefined) return [];
      const range = document.createRange();
      range.setStart(first.node, start - first.start);
      range.setEnd(last.node, start + wanted.length - last.start);
      return Array.from(range.getClientRects(), ({ x, y, width, height }) => ({ x, y, width, height })).filter(({ width }) => width > 0);
    }, words);
  }

  /** Draws the mouse over words that are on the screen, as one selects them. */
  async drag(words: string): Promise<void> {
    const places = await this.placesOf(words);
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) throw new Error(`“${words}” is not in the text`);
    const { mouse } = this.page;
    await mouse.move(first.x + 0.5, first.y + first.height / 2);
    await mouse.down();
    await mouse.move(last.x + last.width, last.y + last.height / 2, { steps: 4 });
    await mouse.up();
  }

  /** A passage is seen everywhere: in the list, in the text letter for letter, and beside the text. */
  async expectSeen(quote: string, spheres: readonly string[]): Promise<void> {
    await expect(this.card(quote)).toHaveAccessibleName(new RegExp(`, ${spheres.join(', ')}(, has a note)?$`));
    const id = await this.card(quote).getAttribute('data-passage');
    const marks = this.text.locator(`mark[data-passages~="${id}"]`);
    await expect.poll(async () => (await marks.allTextContents()).join('')).toBe(quote);
    await marks.first().scrollIntoViewIfNeeded();
    await expect(this.bar(quote)).toHaveAccessibleName(`Passage in ${spheres.join(', ')}: ${quote}`);
  }

  /** Words of the document stand within the window, not under its edge. */
  async expectInView(words: string): Promise<void> {
    await expect
      .poll(async () => {
        const height = await this.page.evaluate(() => innerHeight);
        const [place] = await this.placesOf(words);
        return place !== undefined && place.y > 60 && place.y + place.height < height - 30;
      }, `“${words}” is in view`)
      .toBe(true);
  }

  async expectSaved(): Promise<void> {
    await expect(this.status.getByText('Saved', { exact: true })).toBeVisible();
  }

  async undo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+z');
  }

  async redo(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+z');
  }
}

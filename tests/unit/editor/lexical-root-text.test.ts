import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type * as Lexical from 'lexical';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { keepRootText } from '../../../scripts/lexical-root-text.ts';

const file = readFileSync(join(import.meta.dirname, '../../../node_modules/lexical/dist/Lexical.prod.js'), 'utf8');

let lexical: typeof Lexical;

beforeAll(async () => {
  const { window, document, MutationObserver, HTMLElement, Node, Text, Element } = parseHTML('<html><body></body></html>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('window', Object.assign(window, { getSelection: () => null }));
  for (const [name, value] of Object.entries({ MutationObserver, HTMLElement, Node, Text, Element })) vi.stubGlobal(name, value);
  const folder = mkdtempSync(join(tmpdir(), 'armillary-lexical-'));
  const bundled = join(folder, 'lexical.mjs');
  writeFileSync(bundled, keepRootText(file));
  lexical = await import(pathToFileURL(bundled).href);
  rmSync(folder, { recursive: true });
});
afterAll(() => vi.unstubAllGlobals());

/** A text of so many paragraphs, on a page. */
function open(paragraphs: number) {
  const editor = lexical.createEditor({
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(document.createElement('div'));
  const edit = (change: () => void) => editor.update(change, { discrete: true });
  edit(() => {
    for (let n = 0; n < paragraphs; n += 1) {
      lexical.$getRoot().append(lexical.$createParagraphNode().append(lexical.$createTextNode(`${n}.`)));
    }
  });
  const block = (n: number) => {
    const blocks = lexical.$getRoot().getChildren();
    const found = blocks[n % blocks.length];
    if (!lexical.$isElementNode(found)) throw new Error('no block there');
    return found;
  };
  return {
    editor,
    type: (n: number, text: string) => edit(() => void block(n).append(lexical.$createTextNode(text))),
    split: (n: number) => edit(() => void block(n).insertAfter(lexical.$createParagraphNode())),
    remove: (n: number) => edit(() => block(n).getNextSibling() !== null && block(n).remove()),
    move: (from: number, to: number) => edit(() => void (block(from).is(block(to)) || block(to).insertAfter(block(from)))),
    /** The text as Lexical keeps it, and as its blocks say it. */
    texts: () =>
      editor.read(() => {
        const root = lexical.$getRoot();
        return {
          kept: root.getTextContent(),
          said: root
            .getChildren()
            .map((each) => each.getTextContent())
            .join('\n\n'),
        };
      }),
  };
}

describe('the text of a document that Lexical keeps', () => {
  const place = fc.nat({ max: 30 });
  const deed = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('type' as const), at: place, times: fc.integer({ min: 1, max: 4 }) }) },
    fc.record({ kind: fc.constantFrom('split' as const, 'remove' as const, 'undo' as const), at: place }),
    fc.record({ kind: fc.constant('move' as const), at: place, to: place }),
  );

  test('is what its blocks say, however it is edited', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.array(deed, { maxLength: 25 }), (paragraphs, deeds) => {
        const { editor, texts, type, split, remove, move } = open(paragraphs);
        const states = [editor.getEditorState()];
        for (const each of deeds) {
          if (each.kind === 'type') for (let n = 0; n < each.times; n += 1) type(each.at, 'ab'.charAt(n % 2));
          else if (each.kind === 'split') split(each.at);
          else if (each.kind === 'remove') remove(each.at);
          else if (each.kind === 'move') move(each.at, each.to);
          else editor.setEditorState(states.pop() ?? editor.getEditorState());
          states.push(editor.getEditorState());
          const { kept, said } = texts();
          expect(kept).toBe(said);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['the middle', 20],
    ['the beginning', 0],
    ['the end', 39],
  ])('is kept without a look at other blocks while one types on at %s', (_, at) => {
    const { editor, texts, type } = open(40);
    type(at, 'one');
    let looks = 0;
    for (const element of Array.from(editor.getRootElement()?.children ?? []).toSpliced(at, 1)) {
      const text: unknown = Reflect.get(element, '__lexicalTextContent');
      const get = () => {
        looks += 1;
        return text;
      };
      Object.defineProperty(element, '__lexicalTextContent', { get, configurable: true });
    }
    type(at, ' two');
    expect(looks).toBe(0);
    expect(texts().kept).toBe(texts().said);
    expect(texts().kept).toContain(`${at}.one two`);
  });

  test('fails the build where Lexical is another', () => {
    expect(() => keepRootText(file.replaceAll('__lexicalFirstTextKey', '__firstText'))).toThrow('Lexical has changed');
  });
});

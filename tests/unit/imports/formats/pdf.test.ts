import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../main/engine/imports/formats/pdf.ts';
import { elementsIn, textOf } from '../../../../main/engine/imports/html/hast.ts';
import { fixture } from '../fixtures.ts';
import { makePdf, type PdfPage, type PdfParts, type Words } from './make-pdf.ts';
import { outlineOf } from './outline.ts';

/** Lines below each other. Each is as wide as it is long: in Helvetica of 10 points about 5 points a letter. */
const lines = (texts: readonly string[], { x = 70, y = 700, step = 12, size = 10 } = {}): Words[] =>
  texts.map((text, index) => ({ x, y: y - index * step, text, size }));

const page = (...words: readonly Words[][]): PdfPage => ({ words: words.flat() });
const read = (parts: PdfParts) => readPdf(makePdf(parts));
const shown = async (...pages: PdfPage[]) => outlineOf(await read({ pages }));

/** Blocks with their locators: `p. 1 | Text`. */
const placed = async (parts: PdfParts) =>
  [...elementsIn((await read(parts)).tree)]
    .filter(({ properties }) => properties.dataLocator !== undefined)
    .map((element) => `${String(element.properties.dataLocator)} | ${textOf(element)}`);

/** Four full lines and what a fifth says. */
const filled = (last: string) => [
  'The keepers of the upper lock counted every barge that came down the river in',
  'the spring, and they wrote each of them into a book with a cover of green cloth',
  'that was kept beside the stove, because the ink in the other room froze during',
  'the long winters, which nobody who had not lived there was ready to believe of',
  last,
];

describe('paragraphs', () => {
  test('lines are joined, an indent or a gap begins anew', async () => {
    const first = lines(filled('a river so far south.'));
    const second = lines(['Later the books were sold.'], { x: 85, y: 640 });
    const third = lines(['A gap stands before this.'], { y: 600 });
    const [one, two, three] = await shown(page(first, second, third));
    expect(one).toMatch(/^p The keepers .* in the spring, and .* believe of a river so far south\.$/);
    expect([two, three]).toEqual(['p Later the books were sold.', 'p A gap stands before this.']);
  });

  test.each([
    [
      'a syllable',
      ['the administration of the locks was for a long time under the same administra-', 'tion as the roads.'],
      'same administration as',
    ],
    [
      'a compound found elsewhere',
      ['It was a well-kept lock, which is to say that in the year of the flood a well-', 'kept gate held.'],
      'well-kept gate',
    ],
    [
      'two words of the text',
      ['Their decision about the making of the gates was the last one, and the decision-', 'making ended.'],
      'decision-making ended',
    ],
    [
      'a first part that keeps it',
      ['Nobody in that long valley had ever been as self reliant, and certainly not self-', 'assured, as she.'],
      'self-assured',
    ],
    ['a name', ['The treaty was signed by people who had long been of two minds about the Anglo-', 'Saxon claims.'], 'Anglo-Saxon claims'],
    [
      'a hyphen that waits',
      ['What was built in those years were above all the gates of the two locks, the up-', 'and downstream ones.'],
      'up- and downstream',
    ],
    [
      'a short name in capitals',
      ['Since that year all of the locks on the river have counted barges by a new GPS-', 'based clock.'],
      'GPS-based clock',
    ],
    [
      'a path',
      ['Whoever wants to change what the clock is told must write it to the file /etc/locks/clock-', 'settings first.'],
      '/clock-settings',
    ],
    [
      'a web address',
      ['All that is known of the matter has been put on a page for anyone to read: https://river.example/locks-', 'and-gates.html now'],
      'https://river.example/locks-and-gates.html now',
    ],
  ])('a hyphen at the end of a line: %s', async (_, texts, expected) => {
    expect((await shown(page(lines(texts)))).join(' ')).toContain(expected);
  });

  test('a narrower box below a heading close to the text', async () => {
    const text = lines(filled('a river so far south.'));
    const heading = lines(['Note'], { y: 630, size: 12 });
    const box = [
      'Whoever opens the gate before the bell pays for the ad-',
      'ministration of the lock, and for all the water that it',
      'takes along as it goes down to the mill and the two old',
      'bridges there.',
    ];
    const [, , note] = await shown(page(text, heading, lines(box, { x: 100, y: 607 })));
    expect(note).toBe(
      'p Whoever opens the gate before the bell pays for the administration of the lock, and for all the water that it takes along ' +
        'as it goes down to the mill and the two old bridges there.',
    );
  });

  test('Chinese among Latin text, set wider apart', async () => {
    // Eight characters of GBK a line, as wide as the Latin lines below.
    const characters = 'b4bacceca3acb1f9b6bcbbafc1cb';
    const chinese: Words[] = [0, 1, 2, 3].map((line) => ({ x: 70, y: 700 - line * 15, text: characters.repeat(4), gbk: true }));
    const blocks = await shown(page(chinese, lines(filled('a river so far south.'), { y: 600 })));
    expect(blocks).toHaveLength(2);
  });

  test('a word that is broken short of the edge', async () => {
    const box = lines(['This gate looks a little different, depending on how the com-', 'mission had it built.'], { x: 100, y: 600 });
    expect((await shown(page(lines(filled('a river.')), box))).at(-1)).toMatch(/how the commission had it built\.$/);
  });

  test('go on over pages, and say so', async () => {
    const one = page(lines(filled('the sort that runs so far south, and there were not many who would have wanted')));
    const two = page(lines(['to learn of it.', 'Then came spring.'], { step: 30 }));
    const blocks = await placed({ pages: [one, two] });
    expect(blocks[0]).toMatch(/^pp\. 1–2 \| The keepers .* wanted to learn of it\.$/);
    expect(blocks[1]).toBe('p. 2 | Then came spring.');
  });

  test('pages are called what the file calls them', async () => {
    const labels = '<< /Nums [0 << /S /r /St 4 >> 1 << /S /D >>] >>';
    expect(await placed({ pages: [page(lines(['Preface.'])), page(lines(['Text.']))], labels })).toEqual([
      'p. iv | Preface.',
      'p. 1 | Text.',
    ]);
  });

  const word = fc.stringMatching(/^[A-Za-z]{1,9}$/);
  test('no letter is lost, whatever stands where', async () => {
    const piece = fc.record({
      x: fc.integer({ min: 20, max: 150 }),
      y: fc.integer({ min: 160, max: 680 }),
      text: fc.array(word, { minLength: 1, maxLength: 4 }),
    });
    const letters = (text: string) => [...text.replace(/[^A-Za-z]/g, '')].sort().join('');
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(piece, { minLength: 1, maxLength: 16, selector: ({ y }) => Math.round(y / 12) }), async (pieces) => {
        const words = pieces.map(({ x, y, text }) => ({ x, y, text: text.join(' ') }));
        expect(letters(textOf((await read({ pages: [{ words }] })).tree))).toBe(letters(words.map(({ text }) => text).join('')));
      }),
      { numRuns: 25 },
    );
  });
});

describe('the page around the text', () => {
  const body = (index: number) => filled(`season ${['one', 'two', 'three', 'four', 'five'][index]}.`);
  const furnished = (head: (index: number) => Words[], foot: (index: number) => Words[]) =>
    shown(...[0, 1, 2, 3, 4].map((index) => page(head(index), lines(body(index)), foot(index))));

  test.each<[string, (index: number) => Words[], (index: number) => Words[]]>([
    ['a head that stays', () => lines(['River Office Papers'], { y: 800 }), () => []],
    ['page numbers', () => [], (index) => lines([String(index + 1)], { x: 290, y: 40 })],
    ['numbers with words', () => [], (index) => lines([`Page ${index + 1} of 5`], { x: 270, y: 40 })],
    [
      'heads of left and right pages',
      (index) => lines([index % 2 === 0 ? `The locks ${index + 1}` : `${index + 1} The locks`], { x: index % 2 === 0 ? 400 : 70, y: 800 }),
      () => [],
    ],
  ])('goes: %s', async (_, head, foot) => {
    const blocks = await furnished(head, foot);
    expect(blocks).toHaveLength(5);
    expect(blocks.every((block) => block.startsWith('p The keepers'))).toBe(true);
  });

  test('the number of a page, high above its foot, in a paper of two pages', async () => {
    const paper = ['a river so far south.', 'its mouth by the sea.'].map((last, index) =>
      page(lines(filled(last)), lines([String(index + 1)], { x: 300, y: 139 })),
    );
    expect((await shown(...paper)).filter((line) => /^p \d$/.test(line))).toEqual([]);
  });

  test('a word that comes again at the top of a few pages stays', async () => {
    const pages = Array.from({ length: 24 }, (_, index) =>
      page(lines(index % 10 === 0 ? ['Note'] : [], { y: 712 }), lines(filled(`season ${'abcdefghijklmnopqrstuvwxyz'[index]}.`))),
    );
    expect((await shown(...pages)).filter((block) => block.includes('Note'))).toHaveLength(3);
  });

  test('headings that look alike stay', async () => {
    const blocks = await furnished(
      (index) => [{ x: 70, y: 780, text: `Chapter ${index + 1}`, size: 18 }],
      () => [],
    );
    expect(blocks.filter((block) => block.startsWith('h1 Chapter'))).toHaveLength(5);
  });

  test('notes at the foot stand behind the paragraph that leads to them', async () => {
    const raised: Words = { x: 175, y: 656, text: '1', size: 6 };
    const note = lines(['1 Counted by the keepers themselves.'], { y: 80, size: 8 });
    const rest = page(lines(['A second page, with a line of its own.']));
    expect((await shown(page(lines(filled('a river so far south.')), [raised], note), rest)).slice(0, 2)).toEqual([
      expect.stringMatching(/so far south\. ?\[1\]$/),
      'p [1] Counted by the keepers themselves.',
    ]);
  });
});

describe('structure', () => {
  test('headings by size and weight', async () => {
    const title: Words = { x: 70, y: 760, text: 'The Upper Lock', size: 20 };
    const chapter: Words = { x: 70, y: 730, text: 'Of its keepers', size: 14 };
    const bold: Words = { x: 70, y: 712, text: 'In spring', bold: true };
    expect((await shown(page([title, chapter, bold], lines(filled('a river.'), { y: 694 })))).slice(0, 3)).toEqual([
      'h1 The Upper Lock',
      'h2 Of its keepers',
      'h3 In spring',
    ]);
  });

  test('bookmarks name headings that type does not', async () => {
    const words = [...lines(['Of its keepers'], { y: 740 }), ...lines(filled('a river.'))];
    const draft = await read({ pages: [{ words }], bookmarks: [{ title: 'Of its keepers', page: 0 }] });
    expect(outlineOf(draft)[0]).toBe('h1 Of its keepers');
  });

  test('lines of contents, however few their dots', async () => {
    const contents = [
      '1 The upper lock . . . . . . . . . . . . 3',
      '2 What the keepers of both locks wrote in their green books . . 14',
      '3 Notes . . . 20',
      '4 What became of them when the last of the barges had gone . 27',
    ];
    expect((await shown(page(lines(contents)))).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      '1 The upper lock 3',
      '2 What the keepers of both locks wrote in their green books 14',
      '3 Notes 20',
      '4 What became of them when the last of the barges had gone 27',
    ]);
  });

  test('chapters among the lines of contents are no rows of a table', async () => {
    const chapter = (number: string, title: string, at: string, y: number) => [
      ...lines([number], { x: 70, y }),
      ...lines([title], { x: 100, y }),
      ...lines([at], { x: 400, y }),
    ];
    const section = (title: string, y: number) => lines([title], { x: 100, y });
    const contents = page(
      chapter('6', 'The lower lock', '49', 700),
      section('6.1 Its gates . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 49', 688),
      section('6.2 Its keepers . . . . . . . . . . . . . . . . . . . . . . . . . . . . . . 50', 676),
      chapter('7', 'The flood', '57', 664),
      section('7.1 The first night . . . . . . . . . . . . . . . . . . . . . . . . . . . . 57', 652),
    );
    expect((await shown(contents)).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      '6 The lower lock 49',
      '6.1 Its gates 49',
      '6.2 Its keepers 50',
      '7 The flood 57',
      '7.1 The first night 57',
    ]);
  });

  test('lists, and what they hold within them', async () => {
    const items = [
      ...lines(['\x95 grain, which came'], { x: 80, y: 700 }),
      ...lines(['in May'], { x: 90, y: 688 }),
      ...lines(['\x95 oak'], { x: 100, y: 676 }),
      ...lines(['\x95 salt'], { x: 80, y: 664 }),
      ...lines(['1. count', '2. write'], { x: 80, y: 640 }),
    ];
    expect(await shown(page(items))).toEqual(['• grain, which came in May', '  • oak', '• salt', '1. count', '2. write']);
  });

  test('columns are read one after the other', async () => {
    const left = filled('left end.').map((text) => text.slice(0, 42));
    const right = [...filled('').map((text) => text.slice(20, 62)), 'right end.'];
    const title: Words = { x: 150, y: 760, text: 'A title across both of the two columns', size: 16 };
    const blocks = (await shown(page([title], lines(left), lines(right, { x: 320 })))).join('\n');
    expect(blocks.indexOf('A title')).toBeLessThan(blocks.indexOf('left end'));
    expect(blocks.indexOf('left end')).toBeLessThan(blocks.indexOf('right end'));
    expect(blocks).toMatch(/counted ever the spring, and they wrote each of them in that was/);
  });

  test('a table keeps its cells apart, and lines of a cell together', async () => {
    const cells = [
      ['Season', 'Barges', 'Remarks'],
      ['Spring', '412', 'after the ice'],
      ['Summer', '506', 'low water'],
    ].flatMap((row, index) => row.flatMap((text, column) => lines([text], { x: 70 + column * 120, y: 700 - index * 14 })));
    expect(await shown(page(cells, lines(['since June'], { x: 310, y: 661 })))).toEqual([
      'p Season | Barges | Remarks',
      'p Spring | 412 | after the ice',
      'p Summer | 506 | low water since June',
    ]);
  });

  test('links to web pages, no others', async () => {
    const area = [70, 695, 200, 712] as const;
    const draftOf = (url: string) => read({ pages: [{ words: lines(['the river register']), links: [{ area, url }] }] });
    const hrefs = async (url: string) => [...elementsIn((await draftOf(url)).tree)].flatMap(({ properties }) => properties.href ?? []);
    expect(await hrefs('https://river.example/')).toEqual(['https://river.example/']);
    expect(await hrefs('javascript:alert(1)')).toEqual([]);
  });

  test('the full stop behind a link is none of it', async () => {
    const area = [70, 695, 134, 712] as const;
    const { tree } = await read({
      pages: [{ words: lines(['the river register.']), links: [{ area, url: 'https://river.example/' }] }],
    });
    expect([...elementsIn(tree)].filter(({ tagName }) => tagName === 'a').map(textOf)).toEqual(['the river register']);
  });

  test('Chinese in a font that the file does not bring along', async () => {
    const gbk = (text: string, y: number): Words => ({ x: 70, y, text, gbk: true });
    const words = [gbk('b8dbbfdab0ecb9abcad2b1a3b4e6d7c5', 700), gbk('c1bdb1bed5cbb2bea3ac', 688)];
    expect((await shown({ words })).join('')).toMatch(/港口办公室保存着两本账簿，/);
  });
});

describe('what a file says of itself', () => {
  test('in its information dictionary', async () => {
    const { claims } = await read({
      pages: [page(lines(['Text.']))],
      info: { Title: 'The Upper Lock', Author: 'Ivo Lent', CreationDate: "D:20240512083000+02'00'" },
    });
    expect(claims).toMatchObject({ title: 'The Upper Lock', author: 'Ivo Lent', published: '2024-05-12' });
  });

  test.each(['Microsoft Word - lock.doc', 'untitled', 'paper.dvi'])('%j is no title', async (Title) => {
    expect((await read({ pages: [page(lines(['Text.']))], info: { Title } })).claims.title).toBe('');
  });
});

describe('files of other programs', () => {
  test('two columns with notes, lists and tables, as LibreOffice sets them', async () => {
    const blocks = outlineOf(await readPdf(fixture('columns.pdf')));
    expect(blocks.filter((block) => block.startsWith('h1'))).toEqual([
      'h1 The two ledgers 1',
      'h1 The two ledgers 2',
      'h1 The two ledgers 3',
    ]);
    expect(blocks.join('\n')).not.toMatch(/Lent & Sons/);
    expect(blocks).toContain('p A1 | B1 | C1');
    expect(blocks[1]).toMatch(/^p The harbour office keeps .* books at once\.$/);
  });

  test('a password to change it alone does not matter', async () => {
    const blocks = outlineOf(await readPdf(fixture('owner-locked.pdf')));
    expect(blocks).toEqual(outlineOf(await readPdf(fixture('seed.pdf'))));
    expect(blocks[0]).toBe('h1 Две книги 1');
  });
});

describe('pages without text', () => {
  const scan: PdfPage = { words: [], picture: true };
  const text = page(lines(['Text.']));

  test('a scan has no text, and is said to', async () => {
    const { tree, notices } = await read({ pages: [scan, scan] });
    expect(tree.children).toEqual([]);
    expect(notices).toEqual([expect.stringMatching(/^It has no text layer: .*OCR/)]);
  });

  test('pages that are pictures are named', async () => {
    const { notices } = await read({ pages: [text, scan, scan, text, scan] });
    expect(notices).toEqual([expect.stringMatching(/^Pages 2–3 and 5 have no text layer/)]);
  });

  test('an empty page is nothing to tell', async () => {
    expect((await read({ pages: [text, { words: [] }] })).notices).toEqual([]);
  });
});

describe('what cannot be read is refused in words', () => {
  const whole = makePdf({ pages: [page(lines(filled('a river.')))] });
  const ascii = (written: string) => new TextEncoder().encode(written);
  test.each([
    ['empty', new Uint8Array(), 'invalid', /empty/],
    ['another kind of file', ascii('PK\u0003\u0004 something else altogether'), 'invalid', /no PDF/],
    ['its beginning alone', whole.slice(0, 600), 'invalid', /cut short/],
    ['nothing between head and end', ascii('%PDF-1.4\nnothing at all\nstartxref\n9\n%%EOF'), 'invalid', /damaged/],
    ['a password', fixture('locked.pdf'), 'unsupported', /password/],
  ] as const)('%s', async (_, bytes, kind, message) => {
    await expect(readPdf(bytes)).rejects.toThrow(expect.objectContaining({ kind, message: expect.stringMatching(message) }));
  });

  test('the bytes it is given stay theirs', async () => {
    const bytes = whole.slice();
    await readPdf(bytes);
    expect(bytes).toEqual(whole);
  });
});

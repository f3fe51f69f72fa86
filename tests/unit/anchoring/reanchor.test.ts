import { describe, expect, test } from 'vitest';
import { type PassageAfter, quoteOf, reanchor } from '../../../anchoring/index.ts';

const harbour =
  'The pilots of the lower harbour begin before dawn, when the buoys are still lit and the ferries lie three abreast. An old rule forbids them to whistle on deck.';
const archive =
  'In the municipal archive a clerk copies the tariff books by hand. Nobody ordered it; the paper is brittle, and she fears the next damp winter more than any auditor.';
const market =
  'Apricots arrive at the covered market on the night train from Velin. By seven the crates are gone, and the porters play cards on the empty scales until noon.';
const school =
  'The mountain school teaches surveying to eleven pupils. Each spring they measure the glacier with a borrowed theodolite and send the figures to a ministry that never answers.';
const theatre =
  'Rehearsals at the puppet theatre were moved to the cellar after the roof gave way. The director says that the voices sound better there and has asked to stay.';
const notice = 'Photographs are reproduced by courtesy of the regional press office. No liability is accepted for errors in captions.';
const chinese = [
  '清晨的渡口还笼罩在雾里，摆渡人已经点亮了桅灯。他说今年的水位比往年低，货船只能空载通过。',
  '山村小学的孩子们每年春天都去测量冰川，把数字寄给一个从不回信的部门。老师把每一封信的底稿都留着。',
  '旧书店的老板不肯卖那本账簿，他认为上面记录的米价比任何统计都可靠。',
];

/** The passage that stands on these words of the text: at their first place, or the one after `after`. */
function put(text: string, quote: string, after = '') {
  const start = text.indexOf(quote, text.indexOf(after));
  return { id: 'p', segments: [{ start, end: start + quote.length }], quote, prefix: '', suffix: '' };
}

function again(before: string, quote: string, text: string, after?: string): PassageAfter {
  const [passage] = reanchor(before, [put(before, quote, after)], text);
  if (passage === undefined) throw new Error('one passage in, one out');
  expect(quoteOf(text, passage.segments)).toBe(passage.quote);
  return passage;
}

const report = [harbour, archive, market, school, theatre].join('\n');

describe('a passage in a new version of its text', () => {
  const cases: [name: string, quote: string, text: string, outcome: string, now: string][] = [
    ['with text put in before it', 'Nobody ordered it', `A new preface.\n${report}`, 'kept', 'Nobody ordered it'],
    [
      'with another paragraph rewritten',
      'An old rule forbids them',
      report.replace(theatre, 'The theatre is closed.'),
      'kept',
      'An old rule forbids them',
    ],
    [
      'whose paragraph was moved',
      'the porters play cards',
      [harbour, archive, school, theatre, market].join('\n'),
      'moved',
      'the porters play cards',
    ],
    ['that is the paragraph moved', market, [market, harbour, archive, school, theatre].join('\n'), 'moved', market],
    [
      'with a word replaced',
      'Each spring they measure the glacier with a borrowed theodolite',
      report.replace('borrowed theodolite', 'rented theodolite'),
      'changed',
      'Each spring they measure the glacier with a rented theodolite',
    ],
    [
      'with its first and last words replaced',
      'The director says that the voices sound better there and has asked to stay.',
      report.replace('The director says', 'A director says').replace('asked to stay', 'asked to remain'),
      'changed',
      'A director says that the voices sound better there and has asked to remain.',
    ],
    [
      'with words put in',
      'the paper is brittle',
      report.replace('paper is brittle', 'paper is already brittle'),
      'changed',
      'the paper is already brittle',
    ],
    [
      'with words put in at its edge',
      'the paper is brittle',
      report.replace('is brittle', 'is brittle and yellow'),
      'kept',
      'the paper is brittle',
    ],
    [
      'with lines broken elsewhere',
      'By seven the crates are gone',
      report.replace('seven the', 'seven\nthe'),
      'kept',
      'By seven\nthe crates are gone',
    ],
    [
      'that was deleted',
      'An old rule forbids them to whistle on deck.',
      report.replace(' An old rule forbids them to whistle on deck.', ''),
      'lost',
      '',
    ],
    ['whose paragraph was deleted', 'the voices sound better', [harbour, archive, market, school].join('\n'), 'lost', ''],
    [
      'in whose place something else stands',
      'An old rule forbids them to whistle on deck.',
      report.replace('An old rule forbids them to whistle on deck.', 'Most come from families of fishermen.'),
      'lost',
      '',
    ],
    ['with part of a word tagged', 'theodol', `Preface.\n${report}`, 'kept', 'theodol'],
    ['that is one common word', 'the', `Preface.\n${report}`, 'kept', 'the'],
  ];
  test.each(cases)('%s', (_, quote, text, outcome, now) => {
    expect(again(report, quote, text)).toMatchObject({ outcome, quote: now });
  });

  test('two paragraphs that went apart are two segments', () => {
    const passage = again(report, `${archive}\n${market}`, [harbour, archive, school, theatre, market].join('\n'));
    expect(passage).toMatchObject({ outcome: 'changed', quote: `${archive} … ${market}` });
  });

  test('segments apart stay apart', () => {
    const [first, second] = ['the buoys are still lit', 'a borrowed theodolite'].map((quote) => put(report, quote));
    const segments = [...(first?.segments ?? []), ...(second?.segments ?? [])];
    const [passage] = reanchor(report, [{ id: 'p', segments, quote: '', prefix: '', suffix: '' }], `Preface.\n${report}`);
    expect(passage).toMatchObject({ outcome: 'kept', quote: 'the buoys are still lit … a borrowed theodolite' });
  });
});

describe('words that stand in several places', () => {
  const repeated = [harbour, notice, archive, notice, market, notice, school].join('\n');
  const quote = 'No liability is accepted';

  test('are told apart by what stands around them', () => {
    const text = ['Preface.', harbour, notice, archive, notice, market, notice, school].join('\n');
    const passage = again(repeated, quote, text, archive);
    expect(passage).toMatchObject({ outcome: 'kept', segments: [{ start: text.indexOf(quote, text.indexOf(archive)) }] });
  });

  test('are not guessed when their own place is gone', () => {
    const text = [harbour, notice, market, notice, school].join('\n');
    expect(again(repeated, quote, text, archive)).toMatchObject({ outcome: 'lost', segments: [] });
  });

  test('are not guessed where nothing tells the places apart, and all are offered', () => {
    const passage = again([harbour, notice, archive].join('\n'), quote, [school, notice, market, notice, theatre].join('\n'));
    expect(passage.outcome).toBe('lost');
    expect(passage.candidates.map((candidate) => candidate.quote)).toEqual([quote, quote]);
  });

  test('are not taken from the passage they belong to', () => {
    const before = 'Oil rose on Monday after the pipeline closed.\nOil rose on Friday after the harbour froze.';
    expect(again(before, 'Oil rose', 'Oil rose on Friday after the harbour froze.')).toMatchObject({ outcome: 'lost' });
  });
});

describe('a passage over the end of a sentence', () => {
  const across = 'lie three abreast. An old rule';
  const cases: [name: string, before: string, quote: string, text: string, outcome: string, now: string][] = [
    ['stays where its sentences do', report, across, `Preface.\n${report}`, 'kept', across],
    [
      'has the word that stands for its own',
      report,
      across,
      report.replace('three abreast', 'three together'),
      'changed',
      'lie three together. An old rule',
    ],
    [
      'keeps the sentence that is left when the other was taken out',
      report,
      archive,
      report.replace('In the municipal archive a clerk copies the tariff books by hand. ', ''),
      'changed',
      'Nobody ordered it; the paper is brittle, and she fears the next damp winter more than any auditor.',
    ],
  ];
  test.each(cases)('%s', (_, before, quote, text, outcome, now) => {
    expect(again(before, quote, text)).toMatchObject({ outcome, quote: now });
  });
});

describe('sentences that are alike', () => {
  const wheat = 'In March exports of wheat from Velin fell by nine per cent.';
  const copper = 'In March exports of copper from Velin fell by nine per cent.';
  const before = [harbour, `${wheat} ${copper}`, archive, market].join('\n');
  const cases: [name: string, quote: string, text: string, outcome: string, now: string][] = [
    ['a passage in one is not put into the other when its own was taken out', wheat, before.replace(`${wheat} `, ''), 'lost', ''],
    ['a few words of it neither', 'of wheat from', before.replace(`${wheat} `, ''), 'lost', ''],
    ['the one that is left keeps its passage', 'of copper from', before.replace(`${wheat} `, ''), 'kept', 'of copper from'],
    ['neither is put on the other where they change places', wheat, before.replace(`${wheat} ${copper}`, `${copper} ${wheat}`), 'lost', ''],
    [
      'each has its own words where both were reworded',
      copper,
      before
        .replace('of wheat from Velin fell', 'of wheat from Velin dropped')
        .replace('of copper from Velin fell', 'of copper from Velin sank'),
      'changed',
      'In March exports of copper from Velin sank by nine per cent.',
    ],
  ];
  test.each(cases)('%s', (_, quote, text, outcome, now) => {
    expect(again(before, quote, text)).toMatchObject({ outcome, quote: now });
  });
});

describe('sentences written together or apart', () => {
  const joined = report.replace('by hand. Nobody ordered it; the', 'by hand, which nobody ordered; the');
  const cases: [name: string, before: string, quote: string, text: string, now: string][] = [
    ['a passage in the first of two that became one', report, 'copies the tariff books', joined, 'copies the tariff books'],
    ['a passage in the second', report, 'the paper is brittle', joined, 'the paper is brittle'],
    ['a passage in the first half of one that became two', joined, 'copies the tariff books', report, 'copies the tariff books'],
    ['a passage in its second half', joined, 'the paper is brittle', report, 'the paper is brittle'],
  ];
  test.each(cases)('%s', (_, before, quote, text, now) => {
    expect(again(before, quote, text).quote).toBe(now);
  });

  test('text without any full stop', () => {
    const words = [harbour, archive, market, school, theatre].join(' ').replaceAll(/[.;,]/g, '').toLowerCase();
    const text = `a new beginning and ${words.replace('tariff books', 'tariff lists')} and a new end`;
    expect(again(words, 'the voices sound better', text)).toMatchObject({ outcome: 'kept', quote: 'the voices sound better' });
  });
});

describe('a form that the text repeats', () => {
  const reworded = notice.replace('Photographs are', 'Pictures are').replace('in captions', 'in them');
  const before = [harbour, notice, archive, market, notice, school, theatre].join('\n');

  test('is not taken for its copy where its own was reworded', () => {
    const text = [harbour, reworded, archive, market, notice, school, theatre].join('\n');
    expect(again(before, 'No liability is accepted for errors in captions.', text)).toMatchObject({
      outcome: 'changed',
      quote: 'No liability is accepted for errors in them.',
    });
  });

  test('moves with the paragraphs around it', () => {
    const text = [market, notice, school, theatre, harbour, notice, archive].join('\n');
    const passage = again(before, 'No liability is accepted', text, market);
    expect(passage).toMatchObject({ segments: [{ start: text.indexOf('No liability is accepted') }] });
  });
});

describe('a number in Chinese', () => {
  const before = `${chinese[0]}\n大家都信任的女教师买了十五袋大米，却没有告诉别人。\n${chinese[1]}\n${chinese[2]}`;
  const cases: [name: string, text: string, outcome: string, now: string][] = [
    ['stays in its sentence', `${chinese[2]}\n${before}`, 'kept', '十五'],
    ['is changed where its neighbours stay', before.replace('十五', '十二'), 'changed', '十二'],
    ['is not found in part of another number', before.replace('买了十五袋大米', '买了五十二月大米'), 'lost', ''],
    ['is lost with its sentence', before.replace('大家都信任的女教师买了十五袋大米，却没有告诉别人。', ''), 'lost', ''],
  ];
  test.each(cases)('%s', (_, text, outcome, now) => {
    expect(again(before, '十五', text)).toMatchObject({ outcome, quote: now });
  });
});

describe('any script', () => {
  const text = chinese.join('\n');
  test.each([
    ['Chinese kept', text, '货船只能空载通过', `${chinese[2]}\n${chinese[0]}\n${chinese[1]}`, '货船只能空载通过'],
    ['Chinese reworded', text, '他说今年的水位比往年低', text.replace('往年低', '去年低'), '他说今年的水位比去年低'],
    [
      'Russian',
      `Смотритель каждую весну красит буквы расписания.\n${report}`,
      'каждую весну красит буквы',
      `Смотритель каждую весну красит старые буквы расписания.\n${report}`,
      'каждую весну красит старые буквы',
    ],
    ['emoji', `${harbour} 👩‍🚒🇩🇪 ${archive}`, '👩‍🚒🇩🇪', `Preface. ${harbour} 👩‍🚒🇩🇪 ${archive}`, '👩‍🚒🇩🇪'],
    [
      'right to left',
      `${harbour}\nوصل القطار الليلي محملا بالمشمش إلى السوق القديمة\n${archive}`,
      'محملا بالمشمش',
      `Preface.\n${harbour}\nوصل القطار الليلي محملا بالمشمش إلى السوق القديمة\n${archive}`,
      'محملا بالمشمش',
    ],
    [
      'another normal form',
      `${report}\nUn été à la cour du théâtre`,
      'été à la cour',
      `${report}\nUn été à la cour du théâtre`.normalize('NFD'),
      'été à la cour'.normalize('NFD'),
    ],
  ])('%s', (_, before, quote, after, now) => {
    expect(again(before, quote, after).quote).toBe(now);
  });

  test('another normal form is no other wording', () => {
    const before = `${report}\nUn été à la cour du théâtre`;
    expect(again(before, 'été à la cour', before.normalize('NFD')).outcome).toBe('kept');
  });
});

describe('a passage that was detached', () => {
  const detached = { id: 'p', segments: [], quote: 'whistle on deck', prefix: 'forbids them to ', suffix: '.' };
  test('comes back with its text', () => {
    expect(reanchor('Nothing.', [detached], report)).toMatchObject([{ outcome: 'kept', quote: 'whistle on deck' }]);
  });
  test('stays detached between other words, which are offered', () => {
    expect(reanchor('Nothing.', [detached], 'They whistle on deck.')).toMatchObject([
      { outcome: 'lost', candidates: [{ quote: 'whistle on deck' }] },
    ]);
  });
});

describe('a text that has become another', () => {
  test('text with nothing in common loses everything', () => {
    const other = [harbour, archive, market].join('\n');
    for (const [start, end] of [
      [0, 3],
      [10, 60],
      [0, school.length],
    ] as const) {
      const passage = { id: 'p', segments: [{ start, end }], quote: school.slice(start, end), prefix: '', suffix: '' };
      expect(reanchor(school, [passage], other)).toMatchObject([{ outcome: 'lost', segments: [] }]);
    }
  });

  test('a text emptied loses everything', () => {
    expect(again(report, 'the', '')).toMatchObject({ outcome: 'lost', candidates: [] });
  });
});

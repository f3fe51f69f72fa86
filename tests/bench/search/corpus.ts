import { openEngine } from '../../../main/engine/engine.ts';
import { openDatabase } from '../../../main/engine/kernel/database.ts';
import { drainIndexQueue } from '../../../main/engine/search/index.ts';

/** A document of the corpus. */
export interface Made {
  title: string;
  language: 'en' | 'ru' | 'zh';
  text: string;
}

/** UTF-8 bytes of a document, about: a news article. */
const documentBytes = 4_400;

/** The same sequence in every run, from 0 to 1 (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables = 'ba ce di fo gu ha ke li mo nu pra que ri sto tu va we xi yo zan bel cor dan fer gol hin jar kal lum mer'.split(' ');
const russianSyllables = 'ба ве ги до жу за ки ле мо ну пра ре сто ту фа хо цы че ши щу вод гор дом лес мор пол рек сад'.split(' ');
const russianEndings = ['а', 'ы', 'е', 'у', 'ой', 'ам', 'ами', 'ах'];
const han = Array.from({ length: 1_500 }, (_, index) => String.fromCodePoint(0x4e00 + index * 9));

/** Words by rank; a text draws them by Zipf's law, so that the first stand nearly everywhere and the last nearly nowhere. */
function vocabulary(size: number, parts: readonly string[], seed: number): string[] {
  const next = sequence(seed);
  const words = new Set<string>();
  while (words.size < size) {
    const length = 2 + Math.floor(next() * 3);
    words.add(Array.from({ length }, () => parts[Math.floor(next() * parts.length)]).join(''));
  }
  return [...words];
}

const vocabularySize = 30_000;
const english = vocabulary(vocabularySize, syllables, 1);
const russian = vocabulary(vocabularySize, russianSyllables, 2);

/** Words put in by hand, so that what is asked for stands in a known share of the documents. */
const planted: readonly { words: string; share: number }[] = [
  { words: 'report', share: 0.9 },
  { words: 'harbour', share: 0.2 },
  { words: 'tungsten', share: 0.001 },
  { words: 'grain corridor', share: 0.02 },
  { words: 'treaty', share: 0.4 },
  { words: 'embargo', share: 0.15 },
];
const plantedRussian: readonly { words: string; share: number }[] = [
  { words: 'санкциями', share: 0.15 },
  { words: 'санкции', share: 0.15 },
];
const plantedHan: readonly { words: string; share: number }[] = [{ words: '制裁', share: 0.2 }];

/** The n-th document; six in ten English, three Russian, one Chinese. */
export function makeDocument(n: number): Made {
  const next = sequence(n + 1);
  const zipf = () => Math.floor(vocabularySize ** next()) % vocabularySize;
  const kind = n % 10;
  const language = kind < 6 ? 'en' : kind < 9 ? 'ru' : 'zh';
  const plant =
    language === 'en' ? planted : language === 'ru' ? [...planted.slice(0, 1), ...plantedRussian] : [...planted.slice(0, 1), ...plantedHan];
  const chosen = plant.filter(({ share }) => next() < share).map(({ words }) => words);
  const word =
    language === 'en'
      ? () => `${english[zipf()]}`
      : language === 'ru'
        ? () => `${russian[zipf()]}${russianEndings[Math.floor(next() * russianEndings.length)]}`
        : () => Array.from({ length: 4 }, () => han[zipf() % han.length]).join('');
  const sentences: string[] = [];
  let bytes = 0;
  while (bytes < documentBytes) {
    const length = 8 + Math.floor(next() * 12);
    const words = Array.from({ length }, word);
    const planting = chosen.length > 0 && next() < 0.5 ? chosen.pop() : undefined;
    if (planting !== undefined) words.splice(Math.floor(next() * length), 0, planting);
    const sentence = language === 'zh' ? `${words.join('，')}。` : `${words.join(' ')}. `;
    sentences.push(sentence);
    bytes += Buffer.byteLength(sentence);
  }
  sentences.push(...chosen.map((words) => `${words}. `));
  return { title: `${word()} ${word()} ${n}`, language, text: sentences.join('') };
}

const publishers = Array.from({ length: 40 }, (_, n) => `The ${english[n * 13]} Review`);
const grades = ['A', 'B', 'C', 'D', 'E', 'F', null];

/** Documents put in by one transaction. */
const batch = 1_000;

/** Makes a notebook of so many documents, one in twenty of them with two passages. Returns the UTF-8 bytes of all texts. */
export function makeNotebook(file: string, documents: number): number {
  openEngine({ file, mode: 'create' }).close();
  const db = openDatabase(file, 'open');
  // The bench may be made again; the notebook need not survive a power cut while it is made.
  db.pragma('synchronous = OFF');
  const id = (prefix: string, n: number) => `01900000-${prefix}-7000-8000-${String(n).padStart(12, '0')}`;
  const { analyst } = db.prepare<[], { analyst: string }>('SELECT analyst_id AS analyst FROM notebook').get() ?? { analyst: '' };
  const spheres = db.prepare<[], string>('SELECT id FROM spheres ORDER BY n').pluck().all();
  const addDocument = db.prepare(
    'INSERT INTO documents (id, title, language, words, revision, created_at, updated_at) VALUES (?, ?, ?, 700, 1, ?, ?)',
  );
  const addBody = db.prepare('INSERT INTO bodies (document_id, state, text) VALUES (?, ?, ?)');
  const addSource = db.prepare('INSERT INTO sources (document_id, author, publisher, published, reliability) VALUES (?, ?, ?, ?, ?)');
  const addPassage = db.prepare(
    `INSERT INTO passages (id, document_id, quote, prefix, suffix, segments, start, "end", state, analyst_id, created_at, updated_at)
     VALUES (?, ?, ?, '', '', ?, ?, ?, 'anchored', ?, ?, ?)`,
  );
  const addTagging = db.prepare('INSERT INTO taggings (id, passage_id, sphere_id, analyst_id, created_at) VALUES (?, ?, ?, ?, ?)');
  let bytes = 0;
  for (let begin = 0; begin < documents; begin += batch) {
    db.transaction(() => {
      for (let n = begin; n < Math.min(documents, begin + batch); n += 1) {
        const { title, language, text } = makeDocument(n);
        bytes += Buffer.byteLength(text);
        const now = new Date(1_700_000_000_000 + n * 1000).toISOString();
        const documentId = id('0000', n);
        addDocument.run(documentId, title, language, now, now);
        addBody.run(documentId, '{}', text);
        const published = `${2015 + (n % 11)}-${String(1 + (n % 12)).padStart(2, '0')}`;
        addSource.run(documentId, '', publishers[n % publishers.length], published, grades[n % grades.length]);
        for (const [part, start] of n % 20 === 0 ? [100, 1_500].entries() : []) {
          const passageId = id(`000${part + 1}`, n);
          addPassage.run(
            passageId,
            documentId,
            text.slice(start, start + 200),
            `[[${start},${start + 200}]]`,
            start,
            start + 200,
            analyst,
            now,
            now,
          );
          addTagging.run(id(`001${part + 1}`, n), passageId, spheres[n % 3], analyst, now);
        }
      }
      drainIndexQueue(db);
    })();
  }
  db.exec("INSERT INTO document_index (document_index) VALUES ('optimize')");
  // As in a notebook that has been open for a while: documents were compared, and nothing is left to do in the background.
  db.exec('DELETE FROM similar_queue');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return bytes;
}

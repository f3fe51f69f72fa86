import { headingTag, type Item, type Paragraph } from './flow.ts';
import { encodingOfCharset, encodingOfCodePage } from './rtf-encodings.ts';
import { kindOfStyle } from './style-names.ts';

/** The destinations of a file's header that say what the numbers in its text mean. */
export type HeaderPart = 'fonts' | 'styles' | 'lists' | 'overrides' | 'info';

interface Font {
  name: string;
  /** Null where the document's holds. */
  encoding: string | null;
}

interface Level {
  numbered: boolean;
  start: number;
}

/** What a file's header says: fonts with their encodings, styles by their names, lists, and who wrote it when. */
export interface RtfHeader {
  fonts: Map<number, Font>;
  title: string;
  author: string;
  company: string;
  /** Year, month and day of its making, 0 where not said. */
  made: { yr: number; mo: number; dy: number };
  control(part: HeaderPart, word: string, value: number | null): void;
  text(part: HeaderPart, text: string): void;
  /** Called at the end of each group within such a part. */
  close(part: HeaderPart): void;
  kindOf(style: number, outline: number | null): Paragraph['kind'] | null;
  isCode(characterStyle: number): boolean;
  itemOf(list: number, level: number): Item | null;
}

/** A level whose number format is this one has neither number nor bullet; 23 is the bullet. */
const noNumber = 255;
const bullet = 23;

export function createRtfHeader(): RtfHeader {
  const fonts = new Map<number, Font>();
  const styles = new Map<string, { name: string; outline: number | null }>();
  const lists = new Map<number, (Level | null)[]>();
  const overrides = new Map<number, { list: number; starts: Map<number, number> }>();

  let font: Font = { name: '', encoding: null };
  let style = { key: 's0', name: '', outline: null as number | null };
  let levels: (Level | null)[] = [];
  let override = { list: 0, starts: new Map<number, number>(), level: -1 };
  let field = '';
  const done = new Set<string>();

  const header: RtfHeader = {
    fonts,
    title: '',
    author: '',
    company: '',
    made: { yr: 0, mo: 0, dy: 0 },
    control(part, word, value) {
      const number = value ?? 0;
      if (part === 'fonts') {
        if (word === 'f') {
          font = { name: '', encoding: null };
          fonts.set(number, font);
        } else if (word === 'fcharset') font.encoding = number === symbolCharset ? 'symbol' : encodingOfCharset(number);
        else if (word === 'cpg') font.encoding = encodingOfCodePage(number);
      } else if (part === 'styles') {
        if (word === 's' || word === 'cs') style.key = `${word}${number}`;
        else if (word === 'outlinelevel') style.outline = number;
      } else if (part === 'lists') {
        if (word === 'list') levels = [];
        else if (word === 'listlevel') levels.push({ numbered: true, start: 1 });
        else if (word === 'listid') lists.set(number, levels);
        else if (word === 'levelnfc' || word === 'levelnfcn') setLast(levels, number);
        else if (word === 'levelstartat') setStart(levels, number);
      } else if (part === 'overrides') {
        if (word === 'listoverride') override = { list: 0, starts: new Map(), level: -1 };
        else if (word === 'listid') override.list = number;
        else if (word === 'lfolevel') override.level += 1;
        else if (word === 'levelstartat') override.starts.set(override.level, Math.max(0, number));
        else if (word === 'ls') overrides.set(number, override);
      } else if (word === 'yr' || word === 'mo' || word === 'dy') {
        if (field === 'creatim' && header.made[word] === 0) header.made[word] = number;
      } else field = done.has(word) ? '' : word;
    },
    text(part, text) {
      const piece = text.slice(0, longestName);
      if (part === 'fonts') font.name = `${font.name}${piece}`.split(';', 1)[0]?.slice(0, longestName) ?? '';
      else if (part === 'styles') style.name = `${style.name}${piece}`.slice(0, longestName);
      else if (part === 'info' && (field === 'title' || field === 'author' || field === 'company')) {
        header[field] = `${header[field]}${text}`.slice(0, longestName);
      }
    },
    close(part) {
      if (part === 'info') {
        // LibreOffice names an author twice: who wrote it, then who saved it last.
        done.add(field);
        field = '';
      }
      if (part !== 'styles' || style.name === '') return;
      styles.set(style.key, { name: style.name.replace(/;\s*$/, '').trim(), outline: style.outline });
      style = { key: 's0', name: '', outline: null };
    },
    kindOf(number, outline) {
      if (outline !== null && outline < 9) return headingTag(outline);
      const known = styles.get(`s${number}`);
      const kind = kindOfStyle(known?.name ?? '');
      if (kind !== undefined) return kind;
      return known?.outline != null && known.outline < 9 && outline === null ? headingTag(known.outline) : 'p';
    },
    isCode: (number) => kindOfStyle(styles.get(`cs${number}`)?.name ?? '') === 'code',
    itemOf(number, level) {
      const found = overrides.get(number);
      const known = found === undefined ? undefined : lists.get(found.list);
      if (found === undefined || known === undefined) return { list: `${number}`, numbered: false, level, start: 1 };
      const at = known[level];
      if (at === null) return null;
      const own = found.starts.get(level);
      const list = own === undefined ? `list ${found.list}` : `override ${number}`;
      return { list, numbered: at?.numbered ?? false, level, start: own ?? at?.start ?? 1 };
    },
  };
  return header;
}

const symbolCharset = 2;
/** UTF-16 code units; more is no name. */
const longestName = 1000;

function setLast(levels: (Level | null)[], format: number): void {
  const last = levels.at(-1);
  if (last === undefined || last === null) return;
  if (format === noNumber) levels[levels.length - 1] = null;
  else last.numbered = format !== bullet;
}

function setStart(levels: readonly (Level | null)[], start: number): void {
  const last = levels.at(-1);
  if (last != null) last.start = Math.min(Math.max(0, start), 1_000_000);
}

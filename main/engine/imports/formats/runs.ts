import type { ElementContent } from 'hast';
import { normaliseText } from '../normalise.ts';

/** Tags of the formats a stretch of text may have, outermost first. */
const marks = ['b', 'i', 'u', 's', 'code', 'sub', 'sup'] as const;
export type Mark = (typeof marks)[number];

/** A stretch of text of one format; `\n` in it is a line break within the paragraph. */
export interface Run {
  text: string;
  marks: ReadonlySet<Mark>;
  /** Where it links to, `#name` within the document; null where it does not. */
  href: string | null;
}

/** Adds a stretch to a paragraph, as part of the last one where their format is the same. */
export function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (run.text === '') return;
  if (last !== undefined && last.href === run.href && sameMarks(last.marks, run.marks)) last.text += run.text;
  else runs.push({ ...run });
}

/** The formats that all of a paragraph's letters have. */
export function marksOfWhole(runs: readonly Run[]): Mark[] {
  const lettered = runs.filter(({ text }) => text.trim() !== '');
  return marks.filter((mark) => lettered.every((run) => run.marks.has(mark)));
}

export function withoutMarks(runs: readonly Run[], unwanted: readonly Mark[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) addRun(kept, { ...run, marks: new Set([...run.marks].filter((mark) => !unwanted.includes(mark))) });
  return kept;
}

/** Runs as HTML has them. Links within the document are dropped, their text kept: an editor state has no places to go to. */
export function toInline(runs: readonly Run[]): ElementContent[] {
  return runs.flatMap(({ text, marks: has, href }) => {
    const lines = normaliseText(text)
      .split('\n')
      .flatMap((value, index): ElementContent[] => {
        const line: ElementContent[] = value === '' ? [] : [{ type: 'text', value }];
        return index === 0 ? line : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, ...line];
      });
    const marked = marks.filter((mark) => has.has(mark)).reduceRight((children, tag) => wrap(tag, {}, children), lines);
    return href === null || href.startsWith('#') ? marked : wrap('a', { href }, marked);
  });
}

function wrap(tagName: string, properties: { href?: string }, children: ElementContent[]): ElementContent[] {
  return [{ type: 'element', tagName, properties, children }];
}

function sameMarks(left: ReadonlySet<Mark>, right: ReadonlySet<Mark>): boolean {
  return left.size === right.size && [...left].every((mark) => right.has(mark));
}

import type { Destination } from './rtf-words.ts';
import type { Mark } from './runs.ts';

/** What holds within a group of an RTF file, and ends with it. */
export interface RtfState {
  destination: Destination;
  font: number;
  /** How many characters after each `\u` say the same for older programs. */
  fallback: number;
  marks: ReadonlySet<Mark>;
  hidden: boolean;
  change: 'none' | 'inserted' | 'deleted';
  characterStyle: number;
  style: number;
  outline: number | null;
  list: number;
  level: number;
  inTable: boolean;
  tableDepth: number;
  /** The field that the group is in, its code as far as it is read. */
  field: { code: string };
  href: string | null;
}

export const plainCharacters = { marks: new Set<Mark>(), hidden: false, change: 'none', characterStyle: 0 } as const;
export const plainParagraph = { style: 0, outline: null, list: 0, level: 0, inTable: false, tableDepth: 1 } as const;

export const firstState: RtfState = {
  destination: 'text',
  font: 0,
  fallback: 1,
  field: { code: '' },
  href: null,
  ...plainCharacters,
  ...plainParagraph,
};

type Change = (state: RtfState, value: number, isOn: boolean) => Partial<RtfState>;

/** Tables in one another; deeper ones are read as if at this depth. */
const deepestTable = 10;

/** What control words change of the state. A word without a number turns a format on, with 0 off. */
const stateChanges: ReadonlyMap<string, Change> = new Map<string, Change>([
  ['b', mark('b')],
  ['i', mark('i')],
  ['strike', mark('s')],
  ['striked', mark('s')],
  ['super', mark('sup')],
  ['sub', mark('sub')],
  ['up', mark('sup')],
  ['dn', mark('sub')],
  ['nosupersub', ({ marks }) => ({ marks: new Set([...marks].filter((one) => one !== 'sub' && one !== 'sup')) })],
  ['ulnone', (state) => mark('u')(state, 0, false)],
  ['v', (_, __, hidden) => ({ hidden })],
  ['revised', (_, __, isOn) => ({ change: isOn ? 'inserted' : 'none' })],
  ['deleted', (_, __, isOn) => ({ change: isOn ? 'deleted' : 'none' })],
  ['mvt', (_, __, isOn) => ({ change: isOn ? 'inserted' : 'none' })],
  ['mvf', (_, __, isOn) => ({ change: isOn ? 'deleted' : 'none' })],
  ['f', (_, font) => ({ font })],
  ['uc', (_, fallback) => ({ fallback })],
  ['cs', (_, characterStyle) => ({ characterStyle })],
  ['pard', () => plainParagraph],
  ['s', (_, style) => ({ style })],
  ['outlinelevel', (_, outline) => ({ outline })],
  ['ls', (_, list) => ({ list })],
  ['ilvl', (_, level) => ({ level: Math.max(0, Math.min(level, 8)) })],
  ['intbl', () => ({ inTable: true })],
  ['itap', (_, depth) => ({ inTable: depth > 0, tableDepth: Math.max(1, Math.min(depth, deepestTable)) })],
]);

/** The state after a control word that changes nothing but the state; null where it is not one. */
export function changed(state: RtfState, word: string, value: number | null): RtfState | null {
  const change = stateChanges.get(word) ?? (underlines.test(word) ? mark('u') : undefined);
  return change === undefined ? null : { ...state, ...change(state, value ?? 0, value !== 0) };
}

/** \ul and its kinds of line; \ulc is the line's colour. */
const underlines = /^ul(d|db|dash|dashd|dashdd|hair|hwave|ldash|th|thd|thdash|thdashd|thdashdd|thldash|ululdbwave|w|wave)?$/;

function mark(name: Mark): Change {
  return ({ marks }, _, isOn) => {
    if (marks.has(name) === isOn) return {};
    const next = new Set(marks);
    if (isOn) next.add(name);
    else next.delete(name);
    return { marks: next };
  };
}

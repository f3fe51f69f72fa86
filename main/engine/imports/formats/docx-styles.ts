import { childAt, childrenOf, type XmlElement } from '../containers/xml.ts';
import { headingTag, type Item, type Paragraph } from './flow.ts';
import type { Mark } from './runs.ts';
import { kindOfStyle } from './style-names.ts';

/** What a style or a run says of its text: formats turned on or off, and whether it is hidden. */
export interface Look {
  marks: ReadonlyMap<Mark, boolean>;
  hidden: boolean | undefined;
}

interface Style {
  name: string;
  basedOn: string | null;
  look: Look;
  outline: number | null;
  numbering: { list: string | null; level: number | null } | null;
}

interface Level {
  format: string;
  start: number;
  style: string | null;
}

/** A document's named styles and numberings, which say what its paragraphs are. */
export interface DocxStyles {
  /** What a paragraph is, by its properties; null where it is a line of the table of contents. */
  kindOf(properties: XmlElement | undefined): Paragraph['kind'] | null;
  itemOf(properties: XmlElement | undefined): Item | null;
  /** The formats and visibility of a run, by its properties, in a paragraph of that style. */
  lookOf(run: XmlElement | undefined, paragraphStyle: string | undefined): { marks: Set<Mark>; hidden: boolean };
  /** The language that the text is in where it says nothing else. */
  language: string;
}

export function readDocxStyles(styles: XmlElement | null, numbering: XmlElement | null): DocxStyles {
  const byId = new Map(childrenOf(styles ?? undefined, 'w:style').map((node) => [node.attributes['w:styleId'] ?? '', readStyle(node)]));
  const levelOf = readNumbering(numbering);

  const chains = new Map<string, Style[]>();
  const chainOf = (id = ''): Style[] => {
    const known = chains.get(id);
    if (known !== undefined) return known;
    const chain: Style[] = [];
    for (let style = byId.get(id); style !== undefined && chain.length < longestChain; style = byId.get(style.basedOn ?? ''))
      chain.push(style);
    chains.set(id, chain);
    return chain;
  };
  const styled = new Map<string, Look>();
  /** What the styles of a paragraph and a run say together. */
  const styledLook = (paragraph = '', run = ''): Look => {
    const key = `${paragraph}/${run}`;
    const known = styled.get(key);
    if (known !== undefined) return known;
    const look = [...[...chainOf(paragraph)].reverse(), ...[...chainOf(run)].reverse()].reduce(
      (sum, { look: next }) => over(sum, next),
      plain,
    );
    styled.set(key, look);
    return look;
  };

  return {
    language: valOf(childAt(styles ?? undefined, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'), 'w:lang') ?? '',
    kindOf(properties) {
      const own = numberIn(valOf(properties, 'w:outlineLvl'));
      if (own !== null) return own < 9 ? headingTag(own) : 'p';
      for (const { name, outline } of chainOf(valOf(properties, 'w:pStyle'))) {
        const kind = kindOfStyle(name);
        if (kind !== undefined) return kind;
        if (outline !== null) return outline < 9 ? headingTag(outline) : 'p';
      }
      return 'p';
    },
    itemOf(properties) {
      const styleId = valOf(properties, 'w:pStyle');
      const own = readNumberingOf(childAt(properties, 'w:numPr'));
      const inherited = chainOf(styleId).map(({ numbering: found }) => found);
      const list = own?.list ?? inherited.find((found) => found?.list != null)?.list ?? null;
      if (list === null || list === '0') return null;
      const level = own?.level ?? inherited.find((found) => found?.level != null)?.level ?? null;
      return levelOf(list, level, styleId);
    },
    lookOf(run, paragraphStyle) {
      const { marks, hidden } = over(styledLook(paragraphStyle, valOf(run, 'w:rStyle')), readLook(run, ''));
      return { marks: new Set([...marks].filter(([, on]) => on).map(([mark]) => mark)), hidden: hidden ?? false };
    },
  };
}

/** The `w:val` of a property, as most have one. */
export function valOf(properties: XmlElement | undefined, name: string): string | undefined {
  return childAt(properties, name)?.attributes['w:val'];
}

function readStyle(node: XmlElement): Style {
  const name = valOf(node, 'w:name') ?? '';
  const paragraph = childAt(node, 'w:pPr');
  return {
    name,
    basedOn: valOf(node, 'w:basedOn') ?? null,
    look: readLook(childAt(node, 'w:rPr'), name),
    outline: numberIn(valOf(paragraph, 'w:outlineLvl')),
    numbering: readNumberingOf(childAt(paragraph, 'w:numPr')),
  };
}

function readNumberingOf(node: XmlElement | undefined): Style['numbering'] {
  if (node === undefined) return null;
  return { list: valOf(node, 'w:numId') ?? null, level: numberIn(valOf(node, 'w:ilvl')) };
}

/** Styles based on one another in a circle end here. */
const longestChain = 32;

const plain: Look = { marks: new Map(), hidden: undefined };

function over(under: Look, { marks, hidden }: Look): Look {
  if (marks.size === 0 && hidden === undefined) return under;
  return { marks: new Map([...under.marks, ...marks]), hidden: hidden ?? under.hidden };
}

const toggles: readonly (readonly [name: string, mark: Mark])[] = [
  ['w:b', 'b'],
  ['w:i', 'i'],
  ['w:strike', 's'],
  ['w:dstrike', 's'],
];

function readLook(properties: XmlElement | undefined, styleName: string): Look {
  const marks = new Map<Mark, boolean>();
  if (kindOfStyle(styleName) === 'code') marks.set('code', true);
  for (const [name, mark] of toggles) {
    const node = childAt(properties, name);
    if (node !== undefined) marks.set(mark, isOn(node));
  }
  const underline = valOf(properties, 'w:u');
  if (underline !== undefined) marks.set('u', underline !== 'none');
  const position = valOf(properties, 'w:vertAlign');
  if (position !== undefined) marks.set('sub', position === 'subscript').set('sup', position === 'superscript');
  const vanish = childAt(properties, 'w:vanish');
  return { marks, hidden: vanish === undefined ? undefined : isOn(vanish) };
}

function isOn({ attributes }: XmlElement): boolean {
  return !/^(0|false|off)$/.test(attributes['w:val'] ?? '');
}

/** Finds an item by the list's number, the level, and the style that may stand for a level. */
function readNumbering(root: XmlElement | null): (list: string, level: number | null, styleId: string | undefined) => Item | null {
  const templates = new Map(
    childrenOf(root ?? undefined, 'w:abstractNum').map((node) => [node.attributes['w:abstractNumId'] ?? '', readLevels(node)]),
  );
  const lists = new Map(childrenOf(root ?? undefined, 'w:num').map((node) => [node.attributes['w:numId'] ?? '', node]));

  return (list, said, styleId) => {
    const node = lists.get(list);
    const template = valOf(node, 'w:abstractNumId') ?? '';
    const levels = templates.get(template);
    if (node === undefined || levels === undefined) return null;
    const byStyle = [...levels].find(([, { style }]) => style !== null && style === styleId)?.[0];
    const level = Math.min(said ?? byStyle ?? 0, 8);
    const found = levels.get(level);
    const override = childrenOf(node, 'w:lvlOverride').find(({ attributes }) => attributes['w:ilvl'] === String(level));
    const start = numberIn(valOf(override, 'w:startOverride'));
    if (found?.format === 'none') return null;
    return {
      // Lists of one template go on counting, but for one that says where it starts.
      list: start === null ? `template ${template}` : `list ${list}`,
      numbered: found !== undefined && found.format !== 'bullet',
      level,
      start: start ?? found?.start ?? 1,
    };
  };
}

function readLevels(template: XmlElement): Map<number, Level> {
  return new Map(
    childrenOf(template, 'w:lvl').map((node) => [
      numberIn(node.attributes['w:ilvl']) ?? 0,
      {
        format: valOf(node, 'w:numFmt') ?? 'decimal',
        start: numberIn(valOf(node, 'w:start')) ?? 1,
        style: valOf(node, 'w:pStyle') ?? null,
      },
    ]),
  );
}

function numberIn(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : null;
}

import { childAt, childrenOf, type XmlElement } from '../containers/xml.ts';
import { headingTag, type Paragraph } from './flow.ts';
import type { Mark } from './runs.ts';
import { kindOfStyle } from './style-names.ts';

/** How a level of a list is numbered. */
interface Level {
  numbered: boolean;
  start: number;
}

interface Style {
  name: string;
  parent: string | null;
  outline: number | null;
  marks: ReadonlyMap<Mark, boolean>;
  hidden: boolean | undefined;
}

/** A text's styles, those of its author and those that the program made for what was formatted by hand. */
export interface OdtStyles {
  /** What a paragraph is; null where it is a line of the table of contents. */
  kindOf(styleName: string): Paragraph['kind'] | null;
  /** What a style turns on or off of what is around it. */
  lookOf(family: 'paragraph' | 'text', styleName: string): Pick<Style, 'marks' | 'hidden'>;
  /** A level of a list style, from 0; null where its items have neither number nor bullet. */
  levelOf(listStyle: string, level: number): Level | null;
  /** The language that the text is in where it says nothing else. */
  language: string;
}

/** Styles based on one another in a circle end here. */
const longestChain = 32;

const plain: Pick<Style, 'marks' | 'hidden'> = { marks: new Map(), hidden: undefined };

/** Reads what stands in `office:styles` and `office:automatic-styles`. */
export function readOdtStyles(nodes: readonly XmlElement[]): OdtStyles {
  const styles = new Map(
    nodes
      .filter(({ name }) => name === 'style:style')
      .map((node) => [`${node.attributes['style:family']}/${node.attributes['style:name']}`, readStyle(node)]),
  );
  const lists = new Map(
    nodes.filter(({ name }) => name === 'text:list-style').map((node) => [node.attributes['style:name'] ?? '', readLevels(node)]),
  );
  const defaults = nodes.find(({ name, attributes }) => name === 'style:default-style' && attributes['style:family'] === 'paragraph');
  const { 'fo:language': language = '', 'fo:country': country = '' } = childAt(defaults, 'style:text-properties')?.attributes ?? {};

  const chainOf = (family: string, styleName: string): Style[] => {
    const chain: Style[] = [];
    for (
      let style = styles.get(`${family}/${styleName}`);
      style !== undefined && chain.length < longestChain;
      style = styles.get(`${family}/${style.parent}`)
    ) {
      chain.push(style);
    }
    return chain;
  };
  const looks = new Map<string, Pick<Style, 'marks' | 'hidden'>>();

  return {
    language: language === 'none' ? '' : [language, country].filter((part) => part !== '' && part !== 'none').join('-'),
    kindOf(styleName) {
      for (const { name, outline } of chainOf('paragraph', styleName)) {
        const kind = kindOfStyle(name);
        if (kind !== undefined) return kind;
        if (outline !== null) return outline > 0 ? headingTag(outline - 1) : 'p';
      }
      return 'p';
    },
    lookOf(family, styleName) {
      const key = `${family}/${styleName}`;
      const known = looks.get(key);
      if (known !== undefined) return known;
      const look = chainOf(family, styleName)
        .reverse()
        .reduce((under, { marks, hidden }) => ({ marks: new Map([...under.marks, ...marks]), hidden: hidden ?? under.hidden }), plain);
      looks.set(key, look);
      return look;
    },
    levelOf(listStyle, level) {
      const levels = lists.get(listStyle);
      return levels === undefined ? { numbered: false, start: 1 } : (levels.get(level) ?? null);
    },
  };
}

function readStyle(node: XmlElement): Style {
  const { 'style:name': name = '', 'style:display-name': shown = name.replaceAll('_20_', ' ') } = node.attributes;
  const text = childAt(node, 'style:text-properties')?.attributes ?? {};
  const outline = node.attributes['style:default-outline-level'];
  const marks = new Map<Mark, boolean>();
  const say = (mark: Mark, value: string | undefined, isOn: (value: string) => boolean) => {
    if (value !== undefined) marks.set(mark, isOn(value));
  };
  if (kindOfStyle(shown) === 'code') marks.set('code', true);
  say('b', text['fo:font-weight'], (weight) => weight === 'bold' || Number(weight) >= 600);
  say('i', text['fo:font-style'], (style) => style !== 'normal');
  say('u', text['style:text-underline-style'] ?? text['style:text-underline-type'], (style) => style !== 'none');
  say('s', text['style:text-line-through-style'] ?? text['style:text-line-through-type'], (style) => style !== 'none');
  say('sub', text['style:text-position'], (position) => /^(sub|-\d*[1-9])/.test(position));
  say('sup', text['style:text-position'], (position) => /^(super|[1-9])/.test(position));
  const display = text['text:display'];
  return {
    name: shown,
    parent: node.attributes['style:parent-style-name'] ?? null,
    outline: outline === undefined ? null : whole(outline, 0),
    marks,
    hidden: display === undefined ? undefined : display === 'none',
  };
}

function readLevels(node: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const { name, attributes } of childrenOf(node)) {
    const level = whole(attributes['text:level'], 1) - 1;
    const isNumber = name === 'text:list-level-style-number';
    if (isNumber && attributes['style:num-format'] === '') continue;
    levels.set(level, { numbered: isNumber, start: whole(attributes['text:start-value'], 1) });
  }
  return levels;
}

function whole(value: string | undefined, otherwise: number): number {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : otherwise;
}

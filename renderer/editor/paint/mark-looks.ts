import type { Sphere } from '../../../contract/index.ts';

/** What decides how a mark looks. */
export interface MarkLook {
  /** The spheres of its passages, each once, in the codebook's order. */
  spheres: readonly Pick<Sphere, 'color' | 'underline'>[];
  /** Passages that overlap here. */
  passages: number;
}

/** What of a sphere's tint is laid on, by how many spheres share the place: together they must stay readable. */
export function tintShare(spheres: number): number {
  return [1, 0.66, 0.46, 0.34][Math.min(spheres, 4) - 1] ?? 1;
}

/** Percent of the ink laid on where passages overlap: darker on paper, lighter in the dark. */
export function inkPercent(passages: number): number {
  return Math.min(passages - 1, 3) * 3;
}

/** Pixels from one underline to the next above it. */
const step = 3;

/**
 * The declarations of a mark's style: the spheres' tints over one another, and below the text one line a sphere, in its
 * own style. `--mark-tint` (a percentage) and `--mark-line` (a length) come from the theme and from the focus.
 */
export function markStyle({ spheres, passages }: MarkLook): string {
  const share = tintShare(spheres.length);
  const layers = spheres.flatMap((sphere, index) => underline(sphere, index * step));
  if (spheres.length === 0) layers.push('linear-gradient(var(--ink-3) 0 0) 0 100% / 100% 1px no-repeat');
  for (const { color } of spheres) layers.push(flat(tone(color), `calc(var(--mark-tint) * ${share})`));
  if (spheres.length === 0) layers.push(flat('var(--ink)', 'calc(var(--mark-tint) * 0.4)'));
  if (passages > 1) layers.push(flat('var(--ink)', `${inkPercent(passages)}%`));
  return `background: ${layers.join(', ')}; padding-bottom: ${Math.max(0, spheres.length - 1) * step}px`;
}

/** What is left of a sphere's brightness in the dark theme, in percent: a bright tint would drown the bright text. */
export const darkTone = 75;

function tone(color: string): string {
  return `light-dark(${color}, color-mix(in srgb, ${color} ${darkTone}%, black))`;
}

function flat(color: string, percent: string): string {
  return `linear-gradient(color-mix(in srgb, ${color} ${percent}, transparent) 0 0)`;
}

/** A line in the style of a sphere, `up` pixels above the bottom of the text's box; the colour is drawn towards the ink's to be seen. */
function underline({ color, underline: style }: Pick<Sphere, 'color' | 'underline'>, up: number): string[] {
  const line = `color-mix(in srgb, ${color} 82%, var(--ink))`;
  const at = (above: number) => `0 calc(100% - ${up + above}px)`;
  switch (style) {
    case 'solid':
      return [`linear-gradient(${line} 0 0) ${at(0)} / 100% var(--mark-line) no-repeat`];
    case 'dashed':
      return [`repeating-linear-gradient(90deg, ${line} 0 7px, transparent 7px 11px) ${at(0)} / 100% var(--mark-line) no-repeat`];
    case 'dotted':
      return [`radial-gradient(circle closest-side, ${line} 80%, transparent) ${at(0)} / 5px calc(var(--mark-line) + 0.5px) repeat-x`];
    case 'double':
      return [0, 2].map((above) => `linear-gradient(${line} 0 0) ${at(above)} / 100% 1px no-repeat`);
    case 'wavy':
      return [`radial-gradient(circle at 50% 0, transparent 1.4px, ${line} 1.7px 2.5px, transparent 2.8px) ${at(0)} / 6px 3px repeat-x`];
  }
}

/** The rules of every look in use, in a style sheet of its own: a look is one class, however many marks have it. */
export class LookSheet {
  readonly sheet = new CSSStyleSheet();
  readonly #classes = new Map<string, string>();

  /** The class of a look. */
  classOf(look: MarkLook): string {
    const key = `${look.passages} ${look.spheres.map(({ color, underline: line }) => `${color} ${line}`).join(' ')}`;
    const known = this.#classes.get(key);
    if (known !== undefined) return known;
    const name = `mark-look-${this.#classes.size}`;
    this.#classes.set(key, name);
    this.sheet.insertRule(`.${name} { ${markStyle(look)} }`, this.sheet.cssRules.length);
    return name;
  }
}

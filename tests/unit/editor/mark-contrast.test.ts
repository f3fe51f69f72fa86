import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { darkTone, inkPercent, tintShare } from '../../../renderer/editor/paint/mark-looks.ts';

const tokens = readFileSync(new URL('../../../renderer/styles/tokens.css', import.meta.url), 'utf8');
const editorText = readFileSync(new URL('../../../renderer/editor/layout/Text.module.css', import.meta.url), 'utf8');
/** Okabe and Ito's hues, as the codebook gives them out, and the extremes an analyst may choose. */
const colors = ['#E69F00', '#0072B2', '#CC79A7', '#009E73', '#D55E00', '#56B4E9', '#F0E442', '#000000', '#FFFFFF'].map(rgb);

type Rgb = [number, number, number];

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function over([r, g, b]: Rgb, [x, y, z]: Rgb, alpha: number): Rgb {
  const mix = (top: number, below: number) => top * alpha + below * (1 - alpha);
  return [mix(r, x), mix(g, y), mix(b, z)];
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function contrast(a: Rgb, b: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function themeOf(theme: 'light' | 'dark') {
  const color = (name: string) => {
    const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens)?.[theme === 'light' ? 1 : 2];
    if (found === undefined) throw new Error(`tokens.css has no --${name}`);
    return rgb(found);
  };
  return { paper: color('paper'), ink: color('ink') };
}

/** The tint at rest and that of the passage in focus. */
const tints = Array.from(editorText.matchAll(/--mark-tint: (\d+)%/g), ([, percent]) => Number(percent) / 100);

/** Up to four spheres that share a place. */
function combinations(most: number): Rgb[][] {
  let grown: number[][] = [[]];
  const all: number[][] = [];
  for (let size = 1; size <= most; size += 1) {
    grown = grown.flatMap((taken) =>
      colors.map((_, index) => [...taken, index]).filter((next) => next.length < 2 || (next.at(-1) ?? 0) > (next.at(-2) ?? 0)),
    );
    all.push(...grown);
  }
  return all.map((indexes) => indexes.map((index) => colors[index] ?? [0, 0, 0]));
}

describe.each([
  ['light', tints[0] ?? 0],
  ['light', tints[1] ?? 0],
  ['dark', tints[0] ?? 0],
  ['dark', tints[1] ?? 0],
] as const)('in the %s theme at %f', (theme, tint) => {
  const { paper, ink } = themeOf(theme);
  const tone = (color: Rgb) => (theme === 'light' ? color : over(color, [0, 0, 0], darkTone / 100));
  test('text is readable over every tint and overlap', () => {
    let worst = Number.POSITIVE_INFINITY;
    for (const spheres of combinations(4)) {
      for (const passages of [1, 2, 3, 4]) {
        let ground = over(ink, paper, inkPercent(passages) / 100);
        for (const sphere of spheres.toReversed()) ground = over(tone(sphere), ground, tint * tintShare(spheres.length));
        worst = Math.min(worst, contrast(ink, ground));
      }
    }
    expect(worst).toBeGreaterThanOrEqual(4.5);
  });
});

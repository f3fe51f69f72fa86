import { applyTo, type Matrix } from './geometry.ts';
import type { Run } from './shapes.ts';

interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
  href: string;
}

/** The areas of a page that lead to web pages. */
export function linkAreas(annotations: readonly unknown[], toPage: Matrix): Area[] {
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null || !('url' in annotation) || !('rect' in annotation)) return [];
    const { url, rect } = annotation;
    if (typeof url !== 'string' || !/^https?:/i.test(url) || !Array.isArray(rect)) return [];
    const [x1, y1, x2, y2] = rect.map(Number);
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return [];
    const one = applyTo(toPage, x1, y1);
    const other = applyTo(toPage, x2, y2);
    return [
      {
        left: Math.min(one.x, other.x),
        right: Math.max(one.x, other.x),
        top: Math.min(one.y, other.y),
        bottom: Math.max(one.y, other.y),
        href: url,
      },
    ];
  });
}

/** A run, cut where links begin and end. Its words, and the marks behind them, are placed as if its characters were equally wide. */
export function cutAtLinks(run: Run, areas: readonly Area[]): Run[] {
  const height = run.baseline - run.size / 3;
  const near = areas.filter(({ left, right, top, bottom }) => top < height && height < bottom && left < run.right && run.left < right);
  if (near.length === 0) return [run];
  const advance = (run.right - run.left) / run.text.length;
  const parts: Run[] = [];
  let at = 0;
  for (const word of run.text.split(/(?<=\s)|(?=\s)|(?=[.,;:!?)»”"]+(?:\s|$))/u)) {
    const left = run.left + at * advance;
    const right = left + word.length * advance;
    const middle = (left + right) / 2;
    const here = near.find((area) => area.left < middle && middle < area.right)?.href ?? null;
    const last = parts.at(-1);
    // Narrow as they are, marks may seem to stand where the next link begins.
    const href = /^\p{P}+$/u.test(word) && last?.href !== here ? null : here;
    if (last?.href === href) {
      last.text += word;
      last.right = right;
    } else parts.push({ ...run, text: word, left, right, href, spaced: at === 0 && run.spaced });
    at += word.length;
  }
  return parts;
}

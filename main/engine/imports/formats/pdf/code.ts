import { segmentText } from './segments.ts';
import type { CodeBlock, Row } from './shapes.ts';

/** Whether a line is set in type of one width alone, as programs and listings are. */
export function isCode(row: Row): boolean {
  return row.segments.every(({ runs }) => runs.every(({ fixed, text }) => fixed || text.trim() === ''));
}

/** Lines of code with their indents, which are read off the width of a character. */
export function toCode(rows: readonly Row[], page: number): CodeBlock {
  const margin = Math.min(...rows.map(({ left }) => left));
  const lines: string[] = [];
  rows.forEach((row, index) => {
    const advance = characterWidth(row);
    const before = rows[index - 1];
    if (before !== undefined && row.baseline - before.baseline > 1.8 * row.size) lines.push('');
    let line = '';
    for (const segment of row.segments) {
      const column = Math.round((segment.left - margin) / advance);
      const spaces = Math.max(line === '' ? 0 : 1, Math.min(200, column - line.length));
      line += ' '.repeat(spaces) + segmentText(segment);
    }
    lines.push(line.trimEnd());
  });
  return { kind: 'code', lines, first: page, last: page };
}

function characterWidth(row: Row): number {
  const run = row.segments.flatMap(({ runs }) => runs).find(({ text }) => text.length > 2);
  return run === undefined ? row.size * 0.6 : Math.max(1, (run.right - run.left) / run.text.length);
}

import { count, lines, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

export async function check({ engine, signal }: Session): Promise<Outcome> {
  const report = await engine.call('notebook.check', {}, { signal });
  const { documents, passages, originals } = report.checked;
  const text = lines([
    ...report.problems.map(({ check: kind, message }) => `${kind}: ${message}`),
    `Checked ${count(documents, 'document')}, ${count(passages, 'passage')}, ${count(originals, 'original')}: ${report.ok ? 'all is well' : count(report.problems.length, 'problem')}`,
  ]);
  return { json: report, text, done: report.ok };
}

import { readFile } from 'node:fs/promises';
import { type PassagePlace, type ReviewedPassage, sureScore, type TextReplaced, type UpdateReview } from '../../../contract/index.ts';
import { documentIdOf } from '../names.ts';
import { count, lines, type Outcome } from '../outcome.ts';
import { withProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { unreadable } from '../unreadable.ts';

export interface UpdateOptions {
  document: string;
  /** Places with this score or a better one are accepted; without it nothing is applied. */
  accept?: number;
}

const outcomes = ['kept', 'moved', 'changed', 'lost'] as const;

/** Says what a file would do to a document's passages; with `accept`, gives the document the file's text. */
export async function update({ engine, signal }: Session, path: string, { document, accept }: UpdateOptions): Promise<Outcome> {
  const documentId = documentIdOf(document);
  const file = { name: path, bytes: await read(path) };
  const review = await withProgress(signal, (options) => engine.call('documents.previewUpdate', { documentId, file }, options));
  if (accept === undefined) return outcomeOf(documentId, review, [], null);
  const accepted = review.passages.filter(({ after, score }) => after !== null && score >= accept);
  const places = accepted.map(({ passageId, after }) => ({ passageId, segments: after?.segments ?? [] }));
  const given = { documentId, baseRevision: review.revision, file, accept: places };
  const applied = await withProgress(signal, (options) => engine.call('documents.applyUpdate', given, options));
  return outcomeOf(documentId, review, accepted, applied);
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function outcomeOf(documentId: string, review: UpdateReview, accepted: readonly ReviewedPassage[], applied: TextReplaced | null): Outcome {
  const passages = review.passages.map((passage) => ({ ...shape(passage), accepted: accepted.includes(passage) }));
  const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, passages.filter((passage) => passage.outcome === outcome).length]));
  const summary = outcomes.map((outcome) => `${counts[outcome]} ${outcome}`).join(', ');
  return {
    json: {
      documentId,
      applied: applied === null ? null : { revision: applied.revision, versionId: applied.keptAs, detached: applied.detached },
      counts,
      passages,
    },
    text: lines([...passages.flatMap(linesOf), `Passages: ${summary}`, ending(review, applied)]),
    done: true,
  };
}

function shape({ passageId, outcome, score, margin, before, after, candidates }: ReviewedPassage) {
  const place = ({ segments, quote }: PassagePlace) => ({
    start: segments[0]?.start ?? null,
    end: segments.at(-1)?.end ?? null,
    quote,
  });
  const inContext = (found: PassagePlace) => ({ ...place(found), prefix: found.prefix, suffix: found.suffix });
  return {
    id: passageId,
    outcome,
    score,
    margin,
    before: place(before),
    after: after === null ? null : place(after),
    candidates: candidates.map((candidate) => ({ ...inContext(candidate), score: candidate.score })),
  };
}

function linesOf({ id, outcome, score, before, after, candidates, accepted }: ReturnType<typeof shape> & { accepted: boolean }): string[] {
  const change = outcome === 'changed' && after !== null ? [`  now “${after.quote}”`] : [];
  // A place that is sure needs no others beside it.
  const isDoubtful = !accepted && (after === null || score < sureScore);
  const others = isDoubtful ? candidates.filter(({ start, end }) => start !== after?.start || end !== after.end) : [];
  return [
    `${outcome.padEnd(7)}  ${score.toFixed(2)}  ${id}${accepted ? '  accepted' : ''}`,
    `  “${before.quote}”`,
    ...change,
    ...others.map(({ score: alike, start, prefix, quote, suffix }) => `  ${alike.toFixed(2)} at ${start}: …${prefix}[${quote}]${suffix}…`),
  ];
}

function ending({ unchanged }: UpdateReview, applied: TextReplaced | null): string {
  if (applied !== null) {
    return `The document has the new text: ${count(applied.anchored, 'passage')} in it, ${applied.detached} detached. What it was is kept as version ${applied.keptAs}.`;
  }
  return `Nothing was changed${unchanged ? ': the document reads so already' : ''}. With --accept SCORE the document gets this text, and the passages found with that score or a better one stay in it.`;
}

import { findQuote } from '../../../anchoring/index.ts';
import { ArmillaryError, type Segment } from '../../../contract/index.ts';
import { documentIdOf, sphereIdsNamed } from '../names.ts';
import { lines, type Outcome } from '../outcome.ts';
import { passageLines, shapePassages } from '../passage-shape.ts';
import type { Session } from '../session.ts';

export interface TagOptions {
  document: string;
  quote: string;
  prefix?: string;
  suffix?: string;
  sphere: string[];
  note?: string;
}

/** Code units of text shown on either side of a place. */
const shownContext = 30;
/** Places shown of a quote that stands in many. */
const mostShown = 10;
/** Times a quote is looked for again where somebody at a window writes in the document meanwhile. */
const mostTries = 5;

/** Tags the one place where a quote stands. Writes nothing where there is none, or more than one. */
export async function tag({ engine }: Session, options: TagOptions): Promise<Outcome> {
  const documentId = documentIdOf(options.document);
  const sphereIds = await sphereIdsNamed(engine, options.sphere);
  for (let tries = 1; ; tries += 1) {
    const { text, revision } = await engine.call('documents.text', { documentId });
    const place = placeOf(text, options);
    try {
      const { passage } = await engine.call('passages.tag', {
        documentId,
        baseRevision: revision,
        ...place,
        sphereIds,
        note: options.note ?? '',
      });
      const shaped = await shapePassages(engine, [passage]);
      return { json: { passage: shaped[0] }, text: lines(shaped.flatMap(passageLines)), done: true };
    } catch (error) {
      if (!(error instanceof ArmillaryError) || error.kind !== 'conflict' || tries === mostTries) throw error;
    }
  }
}

function placeOf(text: string, { quote, prefix, suffix }: TagOptions): Segment {
  const context = { ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) };
  const places = findQuote(text, { exact: quote, ...context });
  const [place, ...others] = places;
  if (place === undefined) throw notFound(text, quote);
  if (others.length > 0) {
    throw new ArmillaryError(
      'conflict',
      `The quote stands in ${places.length} places. Nothing was written; say which one with --prefix or --suffix:\n${show(text, places)}`,
    );
  }
  return place;
}

function notFound(text: string, quote: string): ArmillaryError {
  const elsewhere = findQuote(text, { exact: quote });
  if (elsewhere.length === 0) {
    return new ArmillaryError('not-found', 'The quote does not stand in the document, letter for letter. Nothing was written.');
  }
  return new ArmillaryError(
    'not-found',
    `The quote does not stand between that prefix and suffix. Nothing was written. It stands here:\n${show(text, elsewhere)}`,
  );
}

function show(text: string, places: readonly Segment[]): string {
  const shown = places.slice(0, mostShown).map(({ start, end }) => {
    const before = text.slice(Math.max(0, start - shownContext), start);
    const after = text.slice(end, end + shownContext);
    return `  ${start}–${end}: ${`${before}[${text.slice(start, end)}]${after}`.toWellFormed().replace(/\s+/g, ' ')}`;
  });
  const more = places.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}

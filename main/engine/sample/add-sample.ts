import { deriveText, findQuote, markRange } from '../../../anchoring/index.ts';
import type { Result } from '../../../contract/index.ts';
import { createDocument, findBySha256 } from '../documents/index.ts';
import { saveDocument } from '../documents/save.ts';
import { restoreDocuments } from '../documents/update.ts';

import { type FileReading, readFile } from '../imports/read.ts';
import type { Change, Context } from '../kernel/context.ts';
import { sha256Of } from '../kernel/sha256.ts';
import { noteOn, putNote } from '../notes/put.ts';
import { addSphere } from '../spheres/edit.ts';
import { listSpheres } from '../spheres/tree.ts';
import type { SampleArticle, SamplePassage, SampleSphere } from './article.ts';
import { centralAsiaWater } from './articles/central-asia-water.ts';
import { northernSeaRoute } from './articles/northern-sea-route.ts';
import { rareEarths } from './articles/rare-earths.ts';
import { notebookNote } from './notebook-note.ts';

export const sampleArticles: readonly SampleArticle[] = [northernSeaRoute, centralAsiaWater, rareEarths];

/**
 * Adds the sample articles with their passages and notes, in one transaction. An article that is there already stays as
 * the analyst left it; one in the bin comes back. A note on the notebook is never replaced.
 */
export async function addSample(context: Context): Promise<Result<'notebook.addSample'>> {
  const articles = await Promise.all(
    sampleArticles.map(async (article) => {
      const bytes = new TextEncoder().encode(article.markdown);
      return { article, bytes, reading: await readFile(article.fileName, bytes) };
    }),
  );
  return context.write((change) => {
    const documentIds = articles.map((article) => addArticle(context, change, article));
    if (noteOn(context.db, { kind: 'notebook' }) === null) putNote(context, change, { kind: 'notebook' }, notebookNote);
    return { documentIds };
  });
}

interface ReadArticle {
  article: SampleArticle;
  bytes: Uint8Array;
  reading: FileReading;
}

function addArticle(context: Context, change: Change, { article, bytes, reading }: ReadArticle): string {
  const sha256 = sha256Of(bytes);
  const there = findBySha256(context.db, sha256);
  if (there !== null) {
    if (there.deletedAt !== null) restoreDocuments(context, { documentIds: [there.documentId] });
    return there.documentId;
  }
  const { title, language, state, source, mediaType, encoding, notices } = reading;
  const documentId = createDocument(context, change, {
    title,
    language,
    state,
    source: { ...source, reliability: article.reliability },
    original: { name: article.fileName, mediaType, sha256, bytes, encoding, notices },
  });
  putNote(context, change, { kind: 'document', id: documentId }, article.note);
  const passages = article.passages.map((passage) => ({ ...passage, id: context.newId() }));
  saveDocument(context, {
    documentId,
    baseRevision: 1,
    state: passages.reduce((state, { id, quote }) => markRange(state, id, placeOf(deriveText(state).text, quote)), reading.state),
    create: passages.map(({ id, spheres }) => ({ id, spheres: spheres.map((name) => sphereId(context, name)) })),
    remove: [],
  });
  for (const { id, note = '' } of passages) putNote(context, change, { kind: 'passage', id }, note);
  return documentId;
}

function placeOf(text: string, quote: SamplePassage['quote']) {
  const [place, second] = findQuote(text, { exact: quote });
  if (place === undefined || second !== undefined) throw new Error(`A sample quote stands not exactly once in its article: ${quote}`);
  return place;
}

/** The sphere of that name, made where the analyst's codebook has none. */
function sphereId(context: Context, name: SampleSphere): string {
  const there = listSpheres(context.db).find((sphere) => sphere.name === name);
  if (there !== undefined) return there.id;
  const parentId = name === 'energy' ? sphereId(context, 'economic') : null;
  const description = name === 'energy' ? 'Oil, gas, electricity, and the materials and water they need.' : '';
  return addSphere(context, { name, parentId, description }).sphere.id;
}

import type { DocumentSummary, Params } from '../../../contract/index.ts';
import { type Details, detailsOf, sourceOf } from './details.ts';

/** The fields that several documents can share; each has a title of its own. */
export type ManyFields = Omit<Details, 'title'>;

/** What all of the documents have in a field; a field in which they differ is not there. */
export function sharedBy(documents: readonly DocumentSummary[]): Partial<ManyFields> {
  const [first, ...others] = documents.map(detailsOf);
  if (first === undefined) return {};
  const { title: _, ...fields } = first;
  const rest = others.map((other) => new Map(Object.entries(other)));
  const shared = Object.entries(fields).filter(([name, value]) => rest.every((other) => other.get(name) === value));
  return Object.fromEntries(shared);
}

/** What was typed or chosen and differs from what all have, for `documents.updateAll`; null where nothing does. */
export function changesInMany(
  touched: Partial<ManyFields>,
  shared: Partial<ManyFields>,
): Omit<Params<'documents.updateAll'>, 'documentIds'> | null {
  const was = new Map(Object.entries(shared));
  const changed: Partial<ManyFields> = Object.fromEntries(
    Object.entries(touched).filter(([name, value]) => was.get(name) !== value.trim()),
  );
  const { language, ...rest } = changed;
  const source = sourceOf(rest);
  const changes = {
    ...(language === undefined ? {} : { language }),
    ...(Object.keys(source).length > 0 ? { source } : {}),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}

import type { Database } from 'better-sqlite3';
import { applyBlocks, deriveText, dropMarks, markIdsOf, type ProjectedPassage, projectPassages } from '../../../anchoring/index.ts';
import { ArmillaryError, type EditorState, type NewPassage, type Parsed, type SavedDocument } from '../../../contract/index.ts';
import type { Change, Context } from '../kernel/context.ts';
import { statement } from '../kernel/statement.ts';
import { checkDocument } from '../notebook/check-document.ts';
import { insertPassage, passageExists, removePassages } from '../passages/edit.ts';
import { listPassages, passagesByIds } from '../passages/list.ts';
import { passageIdsOf, rememberAnchors, type StoredAnchors, storeAnchors } from '../passages/project.ts';
import { addTagging, existingSpheres } from '../passages/taggings.ts';
import { keepAutomatic } from '../versions/keep.ts';
import { parseState, requireRevision, type StoredDocument, storedDocument } from './stored.ts';
import { describeChange } from './words.ts';

type Save = Omit<Parsed<'documents.save'>, 'knowsPassages'> & { knowsPassages?: boolean };

/** What a save comes to, before anything is written. */
interface Plan {
  /** Editor state as JSON, without marks of passages that are not there. */
  state: string;
  text: string;
  anchors: Map<string, ProjectedPassage>;
  unknownMarks: string[];
  make: NewPassage[];
  remove: string[];
  anchor: string[];
}

const storeBody = statement<[string, string, string]>('UPDATE bodies SET state = ?, text = ? WHERE document_id = ?');
const storeRevision = statement<[number, number, string, string]>(
  'UPDATE documents SET words = ?, revision = ?, updated_at = ? WHERE id = ?',
);
const storeLanguage = statement<[string, string]>('UPDATE documents SET language = ? WHERE id = ?');

/**
 * Saves what an editor holds, in one transaction: state, text, passages, index, revision, and now and then a version of
 * what it writes over. The revision counts states: it stays where the state is the stored one. A document whose language is
 * not known yet gets it from what was written. A passage to make whose mark is not in the state is not made, and one to
 * remove that is gone already is not missed; the answer's passages say how things stand.
 */
export function saveDocument(context: Context, save: Save): SavedDocument {
  const { db } = context;
  return context.write((change) => {
    const stored = storedDocument(db, save.documentId);
    requireRevision(stored, save.baseRevision);
    const plan = planSave(context, save, wholeState(save.state, stored));
    if (plan.state !== stored.state) keepAutomatic(context, change, stored);
    const acts = plan.make.length + plan.remove.length + plan.anchor.length;
    const step = acts === 0 ? null : editPassages(context, save.documentId, plan);
    if (step !== null) change.changed('passages');
    const { knowsPassages: told = false } = save;
    const { saved, changed, moved } = storeText(context, change, stored, { ...plan, told });
    return {
      revision: saved.revision,
      savedAt: saved.updatedAt,
      words: saved.words,
      passages: told
        ? passagesByIds(db, [...changed, ...plan.make.map(({ id }) => id)])
        : listPassages(db, { documentId: save.documentId }),
      moved: told ? moved : [],
      unknownMarks: plan.unknownMarks,
      step,
    };
  });
}

/** A state with what follows from it. */
export interface WholeText {
  /** Editor state as JSON. */
  state: string;
  text: string;
  anchors: ReadonlyMap<string, ProjectedPassage>;
  /** Found from the text where they are not known. */
  known?: { language: string; words: number };
  told?: boolean;
}

/** Writes a state and what follows from it, in a transaction of the caller's. Marks must be of passages that are there. */
export function storeText(
  context: Context,
  change: Change,
  stored: StoredDocument,
  { told = false, ...whole }: WholeText,
): StoredAnchors & { saved: StoredDocument } {
  const anchors = storeAnchors(context, stored.id, whole.anchors);
  if (anchors.changed.length > 0) change.changed('passages');
  const saved = whole.state === stored.state ? stored : { ...stored, ...storeState(context, stored, whole) };
  if (process.env.ARMILLARY_CHECK_SAVES === '1') requireSound(context.db, saved.id);
  if (saved !== stored) change.changed('documents', { id: saved.id, revision: saved.revision, ...(told && { told }) });
  return { saved, ...anchors };
}

/** In tests and while developing: no save may leave a passage that says other words than it stands on. */
function requireSound(db: Database, documentId: string): void {
  const [problem] = checkDocument(db, documentId).problems;
  if (problem !== undefined)
    throw new ArmillaryError('internal', `Nothing was saved, because the notebook would not be right: ${problem.message}`);
}

function wholeState(state: Save['state'], stored: StoredDocument): EditorState {
  if ('root' in state) return state;
  const whole = applyBlocks(parseState(stored.state), state.blocks);
  if (whole === null) throw new ArmillaryError('invalid', 'This change does not fit the document. Nothing was changed.');
  return whole;
}

function planSave({ db }: Context, { documentId, create, remove, anchor = [] }: Save, state: EditorState): Plan {
  const existing = passageIdsOf(db, documentId);
  const removed = new Set(remove);
  const wanted = new Map(create.map((passage) => [passage.id, passage]));
  for (const id of wanted.keys()) if (removed.has(id) || passageExists(db, id)) wanted.delete(id);
  const known = new Set([...existing, ...wanted.keys()].filter((id) => !removed.has(id)));
  const dropped = [...markIdsOf(state)].filter((id) => !known.has(id));
  const cleaned = dropMarks(state, new Set(dropped));
  const derived = deriveText(cleaned);
  const anchors = projectPassages(derived);
  return {
    state: JSON.stringify(cleaned),
    text: derived.text,
    anchors,
    unknownMarks: dropped.filter((id) => !removed.has(id)),
    make: [...wanted.values()].filter(({ id }) => anchors.has(id)),
    remove: [...removed].filter((id) => existing.has(id)),
    anchor: anchor.filter((id) => existing.has(id) && anchors.has(id)),
  };
}

function editPassages(context: Context, documentId: string, { make, remove, anchor: anchored, anchors }: Plan): number {
  const { step } = context.step(labelOf(make.length, remove.length), (change) => {
    for (const { id, spheres } of make) {
      const anchor = anchors.get(id);
      if (anchor === undefined) continue;
      insertPassage(context, { id, documentId, anchor });
      // A sphere that another window deleted meanwhile: the passage has lost that tagging as any other has.
      for (const sphereId of existingSpheres(context.db, spheres)) addTagging(context, id, sphereId);
    }
    removePassages(context.db, remove);
    rememberAnchors(context, change, anchored);
  });
  return step;
}

function labelOf(made: number, removed: number): string {
  if (made + removed === 0) return 'Anchor the passage';
  if (removed === 0) return made === 1 ? 'New passage' : 'New passages';
  if (made === 0) return removed === 1 ? 'Remove passage' : 'Remove passages';
  return 'Change passages';
}

function storeState({ db, now }: Context, stored: StoredDocument, { state, text, known }: WholeText) {
  const { language, words } = known ?? describeChange(stored, text);
  const revision = stored.revision + 1;
  const updatedAt = now();
  storeBody(db).run(state, text, stored.id);
  storeRevision(db).run(words, revision, updatedAt, stored.id);
  // Apart: setting a language has the document indexed anew.
  if (language !== stored.language) storeLanguage(db).run(language, stored.id);
  return { language, words, revision, updatedAt };
}

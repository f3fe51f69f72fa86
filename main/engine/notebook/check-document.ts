import type { Database } from 'better-sqlite3';
import { type DerivedText, deriveText, projectPassages } from '../../../anchoring/index.ts';
import { type CheckProblem, EditorState } from '../../../contract/index.ts';
import { statement } from '../kernel/statement.ts';
import { type AnchorColumns, anchorColumns } from '../passages/project.ts';

const bodyOf = statement<[string], { title: string; state: string | null; text: string | null }>(`
  SELECT d.title, b.state, b.text FROM documents d LEFT JOIN bodies b ON b.document_id = d.id WHERE d.id = ?`);
const passagesOf = statement<[string], AnchorColumns & { id: string }>(`
  SELECT id, quote, prefix, suffix, segments, start, "end", state, locator FROM passages WHERE document_id = ?`);

/** A document's text and its passages against its editor state. One that was deleted meanwhile has no problems. */
export function checkDocument(db: Database, documentId: string): { passages: number; problems: CheckProblem[] } {
  const body = bodyOf(db).get(documentId);
  if (body === undefined) return { passages: 0, problems: [] };
  const broken = (message: string): CheckProblem => ({ check: 'document', documentId, passageId: null, message });
  const derived = body.state === null ? null : read(body.state);
  if (derived === null) return { passages: 0, problems: [broken(`“${body.title}” cannot be read: its text is damaged.`)] };
  const problems =
    body.text === derived.text
      ? []
      : [broken(`The text of “${body.title}” is not what its editor holds. Open it and change a word to set it right.`)];
  const passages = passagesOf(db).all(documentId);
  return { passages: passages.length, problems: [...problems, ...checkPassages(documentId, derived, passages)] };
}

function read(json: string): DerivedText | null {
  let state: unknown;
  try {
    state = JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const parsed = EditorState.safeParse(state);
  return parsed.success ? deriveText(parsed.data) : null;
}

function checkPassages(documentId: string, derived: DerivedText, passages: readonly (AnchorColumns & { id: string })[]): CheckProblem[] {
  const anchors = projectPassages(derived);
  return passages.flatMap(({ id, state, quote, segments }): CheckProblem[] => {
    const anchor = anchors.get(id);
    const message = whatIsWrong({ state, quote, segments }, anchor === undefined ? null : anchorColumns(anchor));
    return message === null ? [] : [{ check: 'passage', documentId, passageId: id, message }];
  });
}

function whatIsWrong(
  { state, quote, segments }: Pick<AnchorColumns, 'state' | 'quote' | 'segments'>,
  inText: AnchorColumns | null,
): string | null {
  const words = `“${quote.length > 60 ? `${quote.slice(0, 60)}…` : quote}”`;
  if (state === 'detached') return inText === null ? null : `The passage ${words} is listed as detached, but stands in the text.`;
  if (inText === null) return `The passage ${words} is listed as standing in the text, but does not.`;
  if (inText.quote !== quote || inText.segments !== segments) return `The passage ${words} has another place or other words in the text.`;
  return null;
}

import { createEditor, mergeRegister } from 'lexical';
import type { Document, EngineClient } from '../../../contract/index.ts';
import { runCommand } from '../../commands/commands.ts';
import { TextHistory } from '../../undo/text-history.ts';
import { groupedBlocks } from '../layout/block-groups.ts';
import styles from '../layout/Text.module.css';
import { documentEditorConfig } from '../text/nodes.ts';
import { registerRules } from '../typing/rules.ts';
import { adoptedTag, parseDocument } from './documents.ts';
import { DocumentSession } from './session.ts';

const theme = {
  mark: styles.mark ?? '',
  link: styles.link ?? '',
  quote: styles.quote ?? '',
  paragraph: styles.paragraph ?? '',
  heading: { h1: styles.h1 ?? '', h2: styles.h2 ?? '', h3: styles.h3 ?? '', h4: styles.h3 ?? '', h5: styles.h3 ?? '', h6: styles.h3 ?? '' },
  list: { ul: styles.ul ?? '', ol: styles.ol ?? '', listitem: styles.listitem ?? '', nested: { listitem: styles.nested ?? '' } },
  text: { bold: styles.bold ?? '', italic: styles.italic ?? '', underline: styles.underlined ?? '' },
};

/** A document in an editor that knows how to write, to tag, to undo and to save. */
export function openEditor(engine: EngineClient, document: Document): { session: DocumentSession; close: () => void } {
  const editor = createEditor({ ...documentEditorConfig(theme), dom: groupedBlocks() });
  const history = new TextHistory(editor, document.id, (direction) => runCommand(direction === 'undo' ? 'edit.undo' : 'edit.redo'));
  const session = new DocumentSession(engine, document, editor, history);
  const isPassage = (id: string) => session.spheresOf(id) !== undefined;
  const stopRules = mergeRegister(registerRules(editor, isPassage), history.register());
  // After the rules: a rule that comes later goes over the whole document, which would count as a change.
  editor.setEditorState(parseDocument(editor, document.state), { tag: adoptedTag });
  return { session, close: mergeRegister(stopRules, session.register()) };
}

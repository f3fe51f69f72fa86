import { registerList } from '@lexical/list';
import {
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  HEADING,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  UNORDERED_LIST,
} from '@lexical/markdown';
import { registerRichText } from '@lexical/rich-text';
import {
  COMMAND_PRIORITY_LOW,
  createEditor,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import type { Document, EngineClient } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { TextHistory } from '../undo/text-history.ts';
import { $inList } from './blocks.ts';
import { registerClipboard } from './clipboard.ts';
import { adoptedTag, parseDocument } from './documents.ts';
import { registerLinks } from './links.ts';
import { registerMarks } from './marks.ts';
import { documentEditorConfig } from './nodes.ts';
import { DocumentSession } from './session.ts';
import styles from './Text.module.css';

/** What of Markdown turns into our nodes as one types. Code and strikethrough stay as they are typed. */
const shortcuts = [
  HEADING,
  QUOTE,
  UNORDERED_LIST,
  ORDERED_LIST,
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
];

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
  const editor = createEditor(documentEditorConfig(theme));
  const history = new TextHistory(editor, document.id, (direction) => runCommand(direction === 'undo' ? 'edit.undo' : 'edit.redo'));
  const session = new DocumentSession(engine, document, editor, history);
  const isPassage = (id: string) => session.store.getState().passages.some((passage) => passage.id === id);
  const stopRules = mergeRegister(
    registerRichText(editor),
    registerList(editor),
    registerLinks(editor),
    registerTab(editor),
    registerMarkdownShortcuts(editor, shortcuts),
    registerMarks(editor),
    registerClipboard(editor, isPassage),
    history.register(),
  );
  // After the rules: a rule that comes later goes over the whole document, which would count as a change.
  editor.setEditorState(parseDocument(editor, document.state), { tag: adoptedTag });
  return { session, close: mergeRegister(stopRules, session.register()) };
}

/** Tab indents in a list; everywhere else it goes on to the next pane, as keyboard users expect. */
function registerTab(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      if (!$inList()) return false;
      event.preventDefault();
      return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined);
    },
    COMMAND_PRIORITY_LOW,
  );
}

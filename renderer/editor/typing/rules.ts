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
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import { $inList } from '../text/blocks.ts';
import { registerLinks } from '../text/links.ts';
import { registerMarks } from '../text/marks.ts';
import { registerClipboard } from './clipboard.ts';
import { registerComposition } from './composition.ts';
import { registerCorrection } from './correction.ts';
import { registerRootRule } from './root-rule.ts';

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

/** Everything an editor of documents does with what is typed, pasted and pressed. `isPassage` is as the clipboard wants it. */
export function registerRules(editor: LexicalEditor, isPassage: (id: string) => boolean): () => void {
  return mergeRegister(
    registerRootRule(editor),
    registerRichText(editor),
    registerList(editor),
    registerLinks(editor),
    registerTab(editor),
    registerMarkdownShortcuts(editor, shortcuts),
    registerMarks(editor),
    registerClipboard(editor, isPassage),
    registerComposition(editor),
    registerCorrection(editor),
  );
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

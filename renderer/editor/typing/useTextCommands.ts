import { FORMAT_TEXT_COMMAND, type TextFormatType } from 'lexical';
import { useCommand } from '../../commands/commands.ts';
import type { DocumentSession } from '../session/session.ts';
import { type BlockType, setBlockType } from '../text/blocks.ts';

/** The commands of the groups Edit and Text, for the document on screen. Undo is the window's. */
export function useTextCommands(
  { editor, history }: DocumentSession,
  { onLink, onFind, onReplace }: { onLink: () => void; onFind: () => void; onReplace: () => void },
): void {
  const format = (type: TextFormatType) => () => history.named('Formatting', () => editor.dispatchCommand(FORMAT_TEXT_COMMAND, type));
  const block = (type: BlockType) => () => history.named('Formatting', () => setBlockType(editor, type));
  useCommand('text.bold', format('bold'));
  useCommand('text.italic', format('italic'));
  useCommand('text.underline', format('underline'));
  useCommand('text.paragraph', block('paragraph'));
  useCommand('text.heading1', block('h1'));
  useCommand('text.heading2', block('h2'));
  useCommand('text.heading3', block('h3'));
  useCommand('text.bullets', block('bullet'));
  useCommand('text.numbers', block('number'));
  useCommand('text.quote', block('quote'));
  useCommand('text.link', onLink);
  useCommand('edit.find', onFind);
  useCommand('edit.replace', onReplace);
}

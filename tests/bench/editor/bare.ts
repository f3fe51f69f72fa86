/** A page with Lexical and nothing else: rich text, its undo history, and a button that opens the book. */
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { createEditor, type LexicalEditor } from 'lexical';

function found(selector: string): HTMLElement {
  const element = document.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`no ${selector}`);
  return element;
}

let before: LexicalEditor | null = null;

async function open(address: string): Promise<void> {
  const editor = createEditor({
    namespace: 'bare',
    nodes: [HeadingNode, QuoteNode],
    onError: (error) => {
      throw error;
    },
  });
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 1000);
  const answer = await fetch(address);
  editor.setEditorState(editor.parseEditorState(await answer.json()));
  const text = found('#text');
  before?.setRootElement(null);
  before = editor;
  editor.setRootElement(text);
  text.ariaLabel = address;
  found('#save').onclick = async () => {
    found('#status').textContent = 'Saving';
    await fetch(address, { method: 'PUT', body: JSON.stringify(editor.getEditorState()) });
    found('#status').textContent = 'Saved';
  };
}

found('#open').onclick = () => void open('/book.json');
await open('/leaflet.json');

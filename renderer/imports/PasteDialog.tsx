import { type ClipboardEvent, useState } from 'react';
import { useEngine } from '../engine/engine.tsx';
import { Button, Dialog, InlineError, TextArea, TextField } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './PasteDialog.module.css';

/** Makes a document of what is pasted here. */
export function PasteDialog() {
  const engine = useEngine();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const openDocument = useWorkspace((state) => state.openDocument);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [rich, setRich] = useState<{ html: string; text: string } | null>(null);
  const [making, setMaking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const html = rich !== null && rich.text === text ? rich.html : null;

  const onPaste = (event: ClipboardEvent<HTMLElement>) => {
    const pasted = { html: event.clipboardData.getData('text/html'), text: event.clipboardData.getData('text/plain') };
    const field = event.target instanceof HTMLTextAreaElement ? event.target : null;
    const replacesAll = field !== null && field.selectionStart === 0 && field.selectionEnd === field.value.length;
    if (!replacesAll || pasted.html === '') return;
    // A field turns \r\n into \n; pasted here by hand, so that the text can be compared with the structure it came with.
    event.preventDefault();
    const plain = pasted.text.replace(/\r\n?/g, '\n');
    setText(plain);
    setRich({ html: pasted.html, text: plain });
  };
  const make = async () => {
    setMaking(true);
    try {
      const named = title.trim() === '' ? {} : { title: title.trim() };
      const { documentId } = await engine.call('imports.text', { text, ...(html === null ? {} : { html }), ...named });
      setOverlay(null);
      openDocument(documentId);
    } catch (problem) {
      setError(problem);
      setMaking(false);
    }
  };

  return (
    <Dialog
      title="New document from pasted text"
      onClose={() => setOverlay(null)}
      footer={
        <>
          <Button variant="quiet" onPress={() => setOverlay(null)}>
            Cancel
          </Button>
          <Button variant="primary" onPress={make} isDisabled={text.trim() === '' || making}>
            Make document
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it looks at what its fields are given. */}
      <div
        className={styles.fields}
        onPaste={onPaste}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '' && !making) void make();
        }}
      >
        <TextArea
          label="Text"
          autoFocus
          rows={14}
          value={text}
          onChange={setText}
          placeholder="Paste here"
          description={
            html === null
              ? 'From a page or a word processor, headings, lists and links come along.'
              : 'Its headings, lists and links come along, as long as the text stays as it was pasted.'
          }
        />
        <TextField label="Title" value={title} onChange={setTitle} placeholder="The first heading or line" />
        {error === null ? null : <InlineError error={error} />}
      </div>
    </Dialog>
  );
}

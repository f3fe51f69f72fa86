import { $getRoot } from 'lexical';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { setInteractionModality } from 'react-aria-components';
import type { Document, Passage, Sphere } from '../../contract/index.ts';
import { useAsk, useEngine } from '../engine/engine.tsx';
import { useHost } from '../host/host.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { ConflictBanner } from './ConflictBanner.tsx';
import styles from './DocumentEditor.module.css';
import { DocumentHeader } from './DocumentHeader.tsx';
import { FindBar } from './find/FindBar.tsx';
import { HitsBar } from './find/HitsBar.tsx';
import { useSearchPaint } from './find/useSearchPaint.ts';
import { followCaret } from './layout/caret-groups.ts';
import text from './layout/Text.module.css';
import { Margin } from './margin/Margin.tsx';
import { MarkPaint } from './paint/mark-paint.ts';
import type { DocumentSession } from './session/session.ts';
import { Tagging } from './tagging/tagging.ts';
import { useFocusedPassage } from './tagging/useFocusedPassage.ts';
import { usePassageCommands } from './tagging/usePassageCommands.ts';
import { FloatingTools } from './tools/FloatingTools.tsx';
import type { Asking } from './tools/SelectionToolbar.tsx';
import { registerDocumentEdges } from './typing/document-edges.ts';
import { registerEditorKeys } from './typing/editor-keys.ts';
import { registerFocusPlace } from './typing/focus-place.ts';
import { useTextCommands } from './typing/useTextCommands.ts';
import { watchWords } from './word-count.ts';

const noSpheres: readonly Sphere[] = [];

/** An open document: its header, its text with the passages in it, the margin, and what floats over them. */
export function DocumentEditor({ document, session }: { document: Document; session: DocumentSession }) {
  const engine = useEngine();
  const { editor, documentId } = session;
  const scroller = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [finding, setFinding] = useState(0);
  const [replacing, setReplacing] = useState(false);
  const tagging = useMemo(() => new Tagging(session, engine), [session, engine]);
  const paint = useMemo(() => new MarkPaint(editor, (id) => session.spheresOf(id)), [editor, session]);
  const { data: spheres = noSpheres } = useAsk('spheres.list', {});
  const { data: passages } = useAsk('passages.list', { documentId });
  const { data: documents } = useAsk('documents.list', {});
  const summary = documents?.find(({ id }) => id === documentId) ?? document;
  const firstLine = useFirstLine(session);
  const latestSpheres = useRef(spheres);
  const set = useWorkspace((state) => state.set);
  const pick = useCallback(() => tagging.canTag() && setAsking('sphere'), [tagging]);

  useEffect(() => {
    latestSpheres.current = spheres;
    paint.setSpheres(spheres);
  }, [paint, spheres]);
  useEffect(() => {
    if (passages !== undefined) session.store.setState({ passages });
  }, [session, passages]);

  useEffect(() => {
    const stopPaint = paint.register();
    hideSelectionFromReact(root.current);
    editor.setRootElement(root.current);
    const stopEdges = registerDocumentEdges(editor);
    const stopFocus = registerFocusPlace(editor);
    const stopCaret = root.current === null ? null : followCaret(root.current);
    const stopKeys = registerEditorKeys(editor, {
      spheres: () => latestSpheres.current,
      onSphere: (sphere) => tagging.toggle(sphere),
      onPick: pick,
      onNote: () => tagging.note(),
    });
    set({ words: document.words });
    const stopWords = watchWords(editor, document, (words) => set({ words }));
    return () => {
      stopWords();
      stopKeys();
      stopCaret?.();
      stopEdges();
      stopFocus();
      editor.setRootElement(null);
      stopPaint();
    };
  }, [editor, paint, tagging, pick, set, document]);

  useEffect(() => {
    const show = () => set({ save: session.store.getState().save });
    show();
    return session.store.subscribe(show);
  }, [session, set]);

  useEffect(() => {
    // A tab that is closed has no more turns: what is typed last goes out now. Only where the notebook does not take it is the analyst asked.
    const onLeave = (event: BeforeUnloadEvent) => {
      session.flush().catch(() => undefined);
      const isBrowser = useHost.getState().state?.kind === 'browser';
      if (isBrowser && session.store.getState().save.kind === 'unsaved') event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [session]);

  // What passages look like changes when they are tagged, not when their text moves.
  useEffect(() => {
    paint.repaint();
    return session.store.subscribe((now, before) => {
      if (!sameTaggings(now.passages, before.passages)) paint.repaint();
    });
  }, [session, paint]);

  const find = (withReplace: boolean) => {
    setReplacing((was) => withReplace || (was && finding > 0));
    setFinding((times) => times + 1);
  };
  useFocusedPassage(session, paint, scroller);
  const trail = useSearchPaint(session, scroller);
  useTextCommands(session, { onLink: () => setAsking('link'), onFind: () => find(false), onReplace: () => find(true) });
  usePassageCommands(session, tagging, paint, { onPick: pick });

  return (
    <div className={styles.pane}>
      <ConflictBanner session={session} title={summary.title} />
      {finding === 0 ? null : (
        <FindBar
          session={session}
          scroller={scroller}
          asked={finding}
          replacing={replacing}
          onReplacing={setReplacing}
          onClose={() => {
            setFinding(0);
            editor.focus();
          }}
        />
      )}
      {finding === 0 ? <HitsBar trail={trail} /> : null}
      <div ref={scroller} className={styles.scroller} data-scroller>
        <div className={styles.page}>
          <DocumentHeader
            document={summary}
            original={document.original}
            isRepeated={firstLine === summary.title}
            onDone={() => editor.focus()}
          />
          <div className={styles.body}>
            {/* biome-ignore lint/a11y/useSemanticElements: a textarea cannot hold formatted text. */}
            <div
              ref={root}
              className={text.text}
              contentEditable
              suppressContentEditableWarning
              role="textbox"
              tabIndex={0}
              aria-multiline="true"
              aria-label={`Text of ${summary.title}`}
              aria-keyshortcuts="T N"
              lang={summary.language === 'und' ? undefined : summary.language}
              spellCheck
              onPointerDown={expectKeys}
            />
            <Margin session={session} paint={paint} scroller={scroller} root={root} />
            <FloatingTools
              session={session}
              tagging={tagging}
              paint={paint}
              spheres={spheres}
              asking={asking}
              onAsk={setAsking}
              scroller={scroller}
              root={root}
            />
          </div>
        </div>
      </div>
    </div>
  );
}

/**
 * Who presses into the text is about to type. Told only by the first key, every row of the trees beside it would be drawn
 * anew for the ring of the focus in the frame that this key waits for.
 */
function expectKeys(): void {
  setInteractionModality('keyboard');
}

/**
 * Whatever React changes in the window, it first reads the selection of a focused element that says it is editable, to put
 * it back after: by a walk over every node of the text before it, 50 ms in a book. Lexical keeps the selection itself.
 */
function hideSelectionFromReact(element: HTMLElement | null): void {
  if (element !== null) Object.defineProperty(element, 'contentEditable', { value: 'inherit', configurable: true });
}

function sameTaggings(now: readonly Passage[], before: readonly Passage[]): boolean {
  if (now === before) return true;
  return now.length === before.length && now.every(({ id, taggings }, at) => before[at]?.id === id && before[at].taggings === taggings);
}

/** The words of the first block, as far as they may be a title. */
function useFirstLine({ editor }: DocumentSession): string {
  const read = () => editor.getEditorState().read(() => $getRoot().getFirstChild()?.getTextContent().trim() ?? '');
  const [line, setLine] = useState(read);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` is made anew of the same editor.
  useEffect(() => editor.registerUpdateListener(() => setLine(read())), [editor]);
  return line;
}

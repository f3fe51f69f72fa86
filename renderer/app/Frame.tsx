import { type ReactNode, useEffect, useRef } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { DocumentPane } from '../editor/DocumentPane.tsx';
import { DropZone } from '../imports/DropZone.tsx';
import { LibraryTable } from '../library/table/LibraryTable.tsx';
import { PassagesPane } from '../passages/PassagesPane.tsx';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './Frame.module.css';
import { LeftPane } from './LeftPane.tsx';
import { Overlays } from './Overlays.tsx';
import { usePanes } from './panes.ts';
import { StatusBar } from './StatusBar.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useDocumentCommands } from './useDocumentCommands.ts';
import { useNotebookCommands } from './useNotebookCommands.ts';
import { useOpeningDocument } from './useOpeningDocument.ts';
import { useUndoCommands } from './useUndoCommands.ts';
import { useViewCommands } from './useViewCommands.ts';

/** The window with a notebook open: three panes between the title bar and the status bar. */
export function Frame({ lost }: { lost: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const { widths, isNarrow, keepWidth, keepShown } = usePanes();
  const libraryShown = useWorkspace((state) => state.libraryShown);
  const tableShown = useWorkspace((state) => state.tableShown);
  const passagesShown = useWorkspace((state) => state.passagesShown);
  const passagesBeside = passagesShown && !tableShown;
  useNotebookCommands();
  useDocumentCommands();
  useViewCommands(frame);
  useUndoCommands();
  useOpeningDocument();
  useEffect(() => keepShown({ libraryShown, passagesShown }), [keepShown, libraryShown, passagesShown]);

  return (
    <DropZone>
      <div ref={frame} className={styles.frame}>
        <TitleBar />
        {lost === null ? null : <div className={styles.lost}>{lost}</div>}
        <main className={styles.middle}>
          <Group className={styles.panes} id="panes" onLayoutChanged={(_layout, { isUserInteraction }) => isUserInteraction && keepWidth()}>
            {libraryShown ? (
              <>
                <Panel
                  id="library"
                  defaultSize={widths.current.library}
                  minSize={200}
                  maxSize={440}
                  groupResizeBehavior="preserve-pixel-size"
                  onResize={({ inPixels }) => {
                    widths.current.library = inPixels;
                  }}
                >
                  <LeftPane />
                </Panel>
                <Separator id="library-edge" className={styles.separator} aria-label="Width of the library" />
              </>
            ) : null}
            <Panel id="document" minSize={420}>
              <section className={styles.document} data-pane="document" aria-label="Document">
                {tableShown ? <LibraryTable /> : null}
                {/* What is being written stays where it is while the table covers it. */}
                <div className={styles.text} inert={tableShown}>
                  <DocumentPane />
                </div>
              </section>
            </Panel>
            {passagesBeside && !isNarrow ? (
              <>
                <Separator id="passages-edge" className={styles.separator} aria-label="Width of the passages" />
                <Panel
                  id="passages"
                  defaultSize={widths.current.passages}
                  minSize={260}
                  maxSize={560}
                  groupResizeBehavior="preserve-pixel-size"
                  onResize={({ inPixels }) => {
                    widths.current.passages = inPixels;
                  }}
                >
                  <aside className={styles.passages} data-pane="passages" aria-label="Passages and notes">
                    <PassagesPane />
                  </aside>
                </Panel>
              </>
            ) : null}
          </Group>
          {passagesBeside && isNarrow ? (
            <aside className={`${styles.passages} ${styles.drawer}`} data-pane="passages" aria-label="Passages and notes">
              <PassagesPane />
            </aside>
          ) : null}
        </main>
        <StatusBar />
      </div>
      <Overlays />
    </DropZone>
  );
}

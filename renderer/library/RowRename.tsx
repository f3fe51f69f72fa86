import type { DocumentSummary } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { useEngine } from '../engine/engine.tsx';
import { RenameField, type VirtualList } from '../ui/index.ts';
import { renameDocument } from './document-actions.ts';
import { useLibraryView } from './library-view.ts';

interface RowRenameProps {
  list: VirtualList<DocumentSummary>;
  className: string | undefined;
  /** In CSS pixels, where it is not the list's. */
  width?: number | undefined;
}

/** The field over the row whose title is typed over. Stands beside the list, not in it: a choice of a listbox may hold no field. */
export function RowRename({ list: { rows, scroller, virtual }, className, width }: RowRenameProps) {
  const engine = useEngine();
  const renaming = useLibraryView((view) => view.renaming);
  const place = renaming === null ? undefined : virtual.getVirtualItems().find(({ index }) => rows[index]?.id === renaming.id);
  const document = place === undefined ? undefined : rows[place.index];
  if (renaming === null || place === undefined || document === undefined) return null;
  const end = (title: string | null) => {
    useLibraryView.setState({ renaming: null });
    // Back to the list, or on to the text of a new document.
    if (!renaming.isNew || !runCommand('go.document')) scroller.current?.focus();
    if (title !== null) void renameDocument(engine, document, title);
  };
  return (
    <div className={className} style={{ top: place.start - (virtual.scrollOffset ?? 0), ...(width === undefined ? {} : { width }) }}>
      <RenameField label="Title of the document" value={document.title} onDone={end} />
    </div>
  );
}

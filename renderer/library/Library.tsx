import { ArrowDownUp, Plus, Table2 } from 'lucide-react';
import { type CommandId, commands } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { useAsk } from '../engine/engine.tsx';
import { useHost } from '../host/host.ts';
import { Button, IconButton, InlineError, Menu, type MenuEntry, Spinner } from '../ui/index.ts';
import section from '../ui/Section.module.css';
import { useWorkspace } from '../workspace/workspace.ts';
import { AddCollection } from './collections/AddCollection.tsx';
import { CollectionTree } from './collections/CollectionTree.tsx';
import { useGathering } from './copies/useCopies.ts';
import { askToPurge } from './document-actions.ts';
import { Filter } from './Filter.tsx';
import styles from './Library.module.css';
import { useLibraryView } from './library-view.ts';
import { DocumentList } from './list/DocumentList.tsx';
import { NothingListed } from './NothingListed.tsx';
import type { Sort } from './order.ts';
import { useLibrary, useOrder } from './useLibrary.ts';

const count = new Intl.NumberFormat();

const sortWords = {
  added: 'Newest first',
  title: 'By title',
  published: 'By date of publication',
  publisher: 'By publisher',
  grade: 'By grade',
  passages: 'By number of passages',
  copies: 'By number of copies',
} as const satisfies Partial<Record<Sort, string>>;

const sorts = ['added', 'title', 'published', 'publisher', 'grade', 'passages', 'copies'] as const;

/** What can be listed, and below it the documents, unless they stand as a table beside it. */
export function Library() {
  const tableShown = useWorkspace((state) => state.tableShown);
  const doing = useLibraryView((view) => view.collectionDoing);
  const { data: collections } = useAsk('collections.list', {});
  const { data: info } = useAsk('notebook.info', {});
  const isEmpty = info !== undefined && info.counts.documents + info.counts.bin === 0 && collections?.length === 0;
  return (
    <section className={section.section} data-pane="library" aria-labelledby="library-title">
      <div className={section.header}>
        <h2 id="library-title" className={section.title}>
          Library
        </h2>
        <OrderMenu />
        <IconButton label="Show as a table" command="view.table" pressed={tableShown} onPress={() => runCommand('view.table')}>
          <Table2 aria-hidden />
        </IconButton>
        <Menu label="Bring in" entries={adding} placement="bottom end">
          <IconButton label="Import or write">
            <Plus aria-hidden />
          </IconButton>
        </Menu>
      </div>
      {collections === undefined || isEmpty ? null : (
        <div className={tableShown ? styles.placesAlone : styles.places}>
          <CollectionTree collections={collections} />
        </div>
      )}
      {doing?.kind === 'add' ? (
        <AddCollection key={doing.parentId} parent={collections?.find(({ id }) => id === doing.parentId) ?? null} />
      ) : null}
      {tableShown ? null : <Listed />}
    </section>
  );
}

function OrderMenu() {
  const [order, setOrder] = useOrder();
  const [isGathering, setGathering] = useGathering();
  const entries: MenuEntry[] = [
    ...sorts.map(
      (by): MenuEntry => ({ id: by, label: sortWords[by], checked: by === order.by, run: () => setOrder({ by, reversed: false }) }),
    ),
    'line',
    { id: 'reversed', label: 'The other way round', checked: order.reversed, run: () => setOrder({ ...order, reversed: !order.reversed }) },
    'line',
    {
      id: 'gathered',
      label: commands['library.gather'].title,
      checked: isGathering,
      run: () => setGathering(!isGathering),
    },
  ];
  return (
    <Menu label="Order of the documents" entries={entries} placement="bottom end">
      <IconButton label="Order of the documents">
        <ArrowDownUp aria-hidden />
      </IconButton>
    </Menu>
  );
}

function Listed() {
  const { documents, found, shown, copies, folds, places, error } = useLibrary();
  const lost = useHost((host) => host.lost);
  const { bin, filter } = useLibraryView();
  return (
    <>
      {documents === undefined || (documents.length === 0 && filter === '') ? null : (
        <Filter found={filter === '' ? '' : `${count.format(found)} of ${count.format(documents.length)}`} />
      )}
      {error === null || lost ? null : <InlineError error={error} />}
      {documents === undefined ? (
        error === null ? (
          <div className={styles.coming}>
            <Spinner label="The documents are coming" />
          </div>
        ) : null
      ) : shown.length > 0 ? (
        <DocumentList documents={shown} copies={copies} folds={folds} places={places} bin={bin} />
      ) : (
        <NothingListed filtered={documents.length > 0} />
      )}
      {bin && documents !== undefined && documents.length > 0 ? (
        <div className={styles.foot}>
          <Button variant="quiet" onPress={() => askToPurge(null)}>
            Empty the bin…
          </Button>
        </div>
      ) : null}
    </>
  );
}

const adding: MenuEntry[] = [
  ...(['document.import', 'document.importFolder', 'document.watchFolder', 'document.paste', 'document.new'] as const).map(commandEntry),
  'line',
  commandEntry('collection.new'),
];

function commandEntry(id: CommandId): MenuEntry {
  return { id, label: commands[id].title, keys: commands[id].key, run: () => runCommand(id) };
}

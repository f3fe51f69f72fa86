import { ArrowDownUp, ArrowLeft, Plus, Search, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton, Input, SearchField } from 'react-aria-components';
import { commands } from '../../contract/index.ts';
import { remember, useHost } from '../app/host.ts';
import { runCommand } from '../commands/commands.ts';
import { useAsk } from '../engine/engine.tsx';
import { useShell } from '../shell/shell.tsx';
import { Button, EmptyState, IconButton, InlineError, Menu, type MenuEntry, notifyError } from '../ui/index.ts';
import { DocumentList } from './DocumentList.tsx';
import styles from './Library.module.css';
import { listed, Sort, useLibraryView } from './library-view.ts';
import section from './Section.module.css';

const count = new Intl.NumberFormat();

const sortWords: Record<Sort, string> = {
  added: 'Newest first',
  title: 'By title',
  published: 'By date of publication',
  passages: 'By number of passages',
};

/** The documents of the notebook, or its bin. */
export function Library() {
  const shell = useShell();
  const { filter, bin } = useLibraryView();
  const { data: documents, error } = useAsk('documents.list', bin ? { bin } : {});
  const lost = useHost((host) => host.lost);
  const sort = Sort.catch('added').parse(useHost(({ state }) => state?.preferences.librarySort));
  const shown = useMemo(() => listed(documents ?? [], filter, sort), [documents, filter, sort]);
  const sorts = Sort.options.map(
    (id): MenuEntry => ({
      id,
      label: sortWords[id],
      checked: id === sort,
      run: () => void remember(shell, { librarySort: id }).catch(notifyError),
    }),
  );
  return (
    <section className={section.section} data-pane="library" aria-labelledby="library-title">
      <div className={section.header}>
        {bin ? (
          <IconButton label="Back to the library" onPress={() => useLibraryView.setState({ bin: false })}>
            <ArrowLeft aria-hidden />
          </IconButton>
        ) : null}
        <h2 id="library-title" className={section.title}>
          {bin ? 'Bin' : 'Library'}
          {documents === undefined ? null : <span className={section.count}>{count.format(documents.length)}</span>}
        </h2>
        <Menu label="Order of the documents" entries={sorts} placement="bottom end">
          <IconButton label={`Order: ${sortWords[sort]}`}>
            <ArrowDownUp aria-hidden />
          </IconButton>
        </Menu>
        <Menu label="Bring in" entries={adding} placement="bottom end">
          <IconButton label="Import or write">
            <Plus aria-hidden />
          </IconButton>
        </Menu>
      </div>
      {documents === undefined || (documents.length === 0 && filter === '') ? null : <Filter />}
      {error === null || lost ? null : <InlineError error={error} />}
      {documents === undefined ? null : shown.length > 0 ? (
        <DocumentList documents={shown} bin={bin} />
      ) : (
        <Nothing bin={bin} filtered={documents.length > 0} />
      )}
      {bin ? null : <BinButton />}
    </section>
  );
}

const adding: MenuEntry[] = (['document.import', 'document.paste', 'document.new'] as const).map((id) => ({
  id,
  label: commands[id].title,
  keys: commands[id].key,
  run: () => runCommand(id),
}));

function Filter() {
  const filter = useLibraryView((view) => view.filter);
  return (
    <SearchField
      className={styles.filter ?? ''}
      aria-label="Filter the documents by title and source"
      value={filter}
      onChange={(typed) => useLibraryView.setState({ filter: typed })}
    >
      <Search aria-hidden size={14} className={styles.lens} />
      <Input className={styles.input ?? ''} placeholder="Filter" />
    </SearchField>
  );
}

function Nothing({ bin, filtered }: { bin: boolean; filtered: boolean }) {
  if (filtered) return <EmptyState>No title and no source has these words.</EmptyState>;
  if (bin) return <EmptyState>Documents that were moved to the bin lie here until they are restored.</EmptyState>;
  return (
    <EmptyState
      actions={
        <>
          <Button onPress={() => runCommand('document.import')}>Import files…</Button>
          <Button variant="quiet" onPress={() => runCommand('notebook.sample')}>
            Add the sample articles
          </Button>
        </>
      }
    >
      Articles and reports belong here: import or drop files, or paste text.
    </EmptyState>
  );
}

/** The way to the bin, there when something lies in it. */
function BinButton() {
  const { data: info } = useAsk('notebook.info', {});
  if (info === undefined || info.counts.bin === 0) return null;
  return (
    <AriaButton className={styles.bin ?? ''} onPress={() => useLibraryView.setState({ bin: true, filter: '' })}>
      <Trash2 aria-hidden size={14} />
      Bin
      <span className={section.count}>{count.format(info.counts.bin)}</span>
    </AriaButton>
  );
}

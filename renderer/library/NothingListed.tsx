import { commands } from '../../contract/index.ts';
import { runCommand } from '../commands/commands.ts';
import { openSearch, searchFor } from '../search/search-session.ts';
import { Button, EmptyState, Kbd } from '../ui/index.ts';
import { showPlace, useLibraryView } from './library-view.ts';

/** What belongs where nothing is listed, and the commands that bring it there. */
export function NothingListed({ filtered }: { filtered: boolean }) {
  const { bin, collectionId, filter } = useLibraryView();
  if (filtered) {
    const searchTexts = () => {
      searchFor(filter);
      openSearch('results');
    };
    return (
      <EmptyState actions={bin ? undefined : <Button onPress={searchTexts}>Search the texts</Button>}>
        No title and no source has these words.
      </EmptyState>
    );
  }
  if (bin) return <EmptyState>Documents that were moved to the bin lie here until they are restored.</EmptyState>;
  if (collectionId !== null) {
    return (
      <EmptyState
        actions={
          <Button variant="quiet" onPress={() => showPlace({ bin: false, collectionId: null })}>
            Show all documents
          </Button>
        }
      >
        Documents that belong together go here: drag them onto the collection, or choose them and press{' '}
        <Kbd keys={commands['document.collect'].key} />.
      </EmptyState>
    );
  }
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

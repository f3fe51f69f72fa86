import { useState } from 'react';
import { useAsk, useEngine } from '../engine/engine.tsx';
import { Button, Dialog, InlineError, notify } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { useLibraryView } from './library-view.ts';
import { purgeWords } from './purge-words.ts';

const number = new Intl.NumberFormat();

/** Asks before documents of the bin are deleted for good: the one deed of the library that nothing takes back. */
export function PurgeDialog() {
  const engine = useEngine();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const purging = useLibraryView((view) => view.purging);
  const { data: inBin, error } = useAsk('documents.list', { bin: true });
  const [refusal, setRefusal] = useState<unknown>(null);
  const [working, setWorking] = useState(false);
  const wanted = purging === null ? null : new Set(purging);
  const documents = (inBin ?? []).filter(({ id }) => wanted === null || wanted.has(id));
  const close = () => setOverlay(null);

  const purge = async () => {
    setWorking(true);
    try {
      const { documents: gone } = await engine.call('documents.purge', { documentIds: documents.map(({ id }) => id) });
      close();
      notify({ message: gone === 1 ? 'Deleted 1 document for good.' : `Deleted ${number.format(gone)} documents for good.` });
    } catch (problem) {
      setRefusal(problem);
      setWorking(false);
    }
  };

  return (
    <Dialog
      title={purging === null ? 'Empty the bin' : 'Delete for good'}
      size="s"
      onClose={close}
      footer={
        <>
          <Button variant="quiet" onPress={close} autoFocus>
            Keep
          </Button>
          <Button variant="danger" isDisabled={documents.length === 0 || working} onPress={() => void purge()}>
            Delete for good
          </Button>
        </>
      }
    >
      {error === null ? null : <InlineError error={error} />}
      {refusal === null ? null : <InlineError error={refusal} />}
      {inBin === undefined ? null : <p>{purgeWords(documents)}</p>}
    </Dialog>
  );
}

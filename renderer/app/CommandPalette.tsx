import { type CommandId, commandIds, commands } from '../../contract/index.ts';
import { useCommands } from '../commands/commands.ts';
import { useAsk } from '../engine/engine.tsx';
import { listed } from '../library/library-view.ts';
import { Dialog, fuzzyScore, lettersOnly, type Pick, PickList } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { carryOut } from './useKeys.ts';

/** Documents offered beside the commands, at most. */
const mostDocuments = 8;

/** Every command that can be carried out now, and documents by title and source, to find by typing. */
export function CommandPalette() {
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const openDocument = useWorkspace((state) => state.openDocument);
  const set = useWorkspace((state) => state.set);
  const registered = useCommands((state) => state.registered);
  const { data: documents = [] } = useAsk('documents.list', {});

  const find = (typed: string): Pick[] => {
    const ready = commandIds.filter((id) => id !== 'go.palette' && registered.get(id)?.enabled);
    const found = best(ready, typed);
    const titled = typed === '' ? [] : listed(documents, typed, { by: 'title', reversed: false }).slice(0, mostDocuments);
    return [
      ...found.map((id) => ({ id, label: commands[id].title, after: commands[id].group, keys: commands[id].key })),
      ...titled.map(({ id, title }) => ({ id, label: title, after: 'Document' })),
    ];
  };
  const pick = (id: string) => {
    setOverlay(null);
    if (isCommand(id)) {
      carryOut(id);
      return;
    }
    openDocument(id);
    set({ entering: id });
  };

  return (
    <Dialog title="Command palette" bare onClose={() => setOverlay(null)}>
      <PickList
        label="Find a command or a document"
        placeholder="Type a command or a document’s title"
        find={find}
        onPick={pick}
        nothing="No command and no document has this name."
      />
    </Dialog>
  );
}

/** Commands whose titles what was typed finds, best first; where it stands in some as a word or part of one, only those. */
function best(ids: readonly CommandId[], typed: string): CommandId[] {
  if (typed === '') return [...ids];
  const found = ids.flatMap((id) => {
    const score = fuzzyScore(typed, commands[id].title);
    return score === null ? [] : [{ id, score }];
  });
  const clear = found.filter(({ score }) => score > lettersOnly);
  return (clear.length > 0 ? clear : found).toSorted((a, b) => b.score - a.score).map(({ id }) => id);
}

function isCommand(id: string): id is CommandId {
  return Object.hasOwn(commands, id);
}

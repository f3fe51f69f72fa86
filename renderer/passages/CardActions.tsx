import { Anchor, Ellipsis, MessageSquareText, Tag } from 'lucide-react';
import type { MouseEvent } from 'react';
import { commands, type Passage } from '../../contract/index.ts';
import { IconButton, Menu, type MenuEntry } from '../ui/index.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import styles from './PassageCard.module.css';
import { isInEditor, usePassageActions } from './passage-actions.ts';
import { usePassagesView } from './passages-view.ts';
import { isDetached } from './rows.ts';

interface CardActionsProps {
  passage: Passage;
  tabStop: boolean;
  onPick: () => void;
}

/** The card's buttons: seen when it is pointed at, or when the keyboard is on it. */
export function CardActions({ passage, tabStop, onPick }: CardActionsProps) {
  const actions = usePassageActions();
  const detached = isDetached(passage);
  const inEditor = useWorkspace(() => isInEditor(passage));
  const entries: MenuEntry[] = [
    {
      id: 'open',
      label: detached ? 'Open its document' : 'Show in the document',
      keys: 'Enter',
      run: () => actions.open(passage),
    },
    detached
      ? { id: 'anchor', label: 'Anchor here', keys: anchorKey, run: () => actions.anchorHere(passage) }
      : { id: 'extend', label: 'Set to the selection', keys: 'Mod+Shift+E', disabled: !inEditor, run: () => actions.extend(passage) },
    {
      id: 'grade',
      label: 'Grade and date…',
      keys: commands['passage.grade'].key,
      run: () => usePassagesView.setState({ grading: passage.id }),
    },
    'line',
    {
      id: 'remove',
      label: 'Remove the passage',
      keys: 'Delete',
      danger: true,
      disabled: !detached && !inEditor,
      run: () => void actions.remove([passage]),
    },
  ];
  const excluded = tabStop ? {} : { excludeFromTabOrder: true };
  return (
    // The selection in the document must survive a press here: it is what the passage may be set to.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the selection
    <div className={styles.actions} onMouseDown={keepSelection}>
      {detached ? (
        <IconButton label="Anchor here, on the selected words" keys={anchorKey} onPress={() => actions.anchorHere(passage)} {...excluded}>
          <Anchor aria-hidden />
        </IconButton>
      ) : null}
      <IconButton label="Spheres" keys="T" onPress={onPick} {...excluded}>
        <Tag aria-hidden />
      </IconButton>
      <IconButton
        label={passage.note === '' ? 'Add a note' : 'Edit the note'}
        keys="N"
        onPress={() => usePassagesView.setState({ writing: passage.id })}
        {...excluded}
      >
        <MessageSquareText aria-hidden />
      </IconButton>
      <Menu label="Passage" entries={entries} placement="bottom end">
        <IconButton label="More" {...excluded}>
          <Ellipsis aria-hidden />
        </IconButton>
      </Menu>
    </div>
  );
}

const anchorKey = commands['passage.anchorHere'].key;

function keepSelection(event: MouseEvent): void {
  event.preventDefault();
}

import { Stamp, Tag, Trash2 } from 'lucide-react';
import { commands, type Passage } from '../../contract/index.ts';
import { IconButton, SelectionBar } from '../ui/index.ts';

interface ChosenPassagesProps {
  chosen: readonly Passage[];
  onGrade: () => void;
  onPick: () => void;
  onRemove: () => void;
  onNone: () => void;
}

/** What can be done with several passages that are chosen together, below their list; says how many they are. */
export function ChosenPassages({ chosen, onGrade, onPick, onRemove, onNone }: ChosenPassagesProps) {
  return (
    <SelectionBar count={chosen.length} onNone={onNone}>
      <IconButton label="Grade and date all…" keys={commands['passage.grade'].key} placement="top" onPress={onGrade}>
        <Stamp aria-hidden />
      </IconButton>
      <IconButton label="Spheres of all…" keys={commands['passage.tag'].key} placement="top" onPress={onPick}>
        <Tag aria-hidden />
      </IconButton>
      <IconButton label="Remove all" keys="Delete" placement="top" onPress={onRemove}>
        <Trash2 aria-hidden />
      </IconButton>
    </SelectionBar>
  );
}

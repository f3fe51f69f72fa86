import { Stamp, Tag } from 'lucide-react';
import { commands, type Passage } from '../../contract/index.ts';
import { IconButton, SelectionBar } from '../ui/index.ts';

interface ChosenPassagesProps {
  chosen: readonly Passage[];
  onGrade: () => void;
  onPick: () => void;
  onNone: () => void;
}

/** What can be done with several passages that are chosen together, below their list; says how many they are. */
export function ChosenPassages({ chosen, onGrade, onPick, onNone }: ChosenPassagesProps) {
  return (
    <SelectionBar count={chosen.length} onNone={onNone}>
      <IconButton label="Grade and date all…" keys={commands['passage.grade'].key} placement="top" onPress={onGrade}>
        <Stamp aria-hidden />
      </IconButton>
      <IconButton label="Spheres of all…" keys={commands['passage.tag'].key} placement="top" onPress={onPick}>
        <Tag aria-hidden />
      </IconButton>
    </SelectionBar>
  );
}

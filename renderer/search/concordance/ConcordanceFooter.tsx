import type { Sphere } from '../../../contract/index.ts';
import { Button } from '../../ui/index.ts';
import footer from '../PanelFooter.module.css';
import { PanelFooter } from '../PanelFooter.tsx';
import { TagButton } from '../tagging/TagButton.tsx';
import { TagQuestion } from '../tagging/TagQuestion.tsx';
import { many, type NamedSphere, type TagPlan } from '../tagging/tag-plans.ts';

const number = new Intl.NumberFormat();

interface ConcordanceFooterProps {
  found: { lines: number; documents: number } | null;
  selected: number;
  /** What the analyst is asked about before it is done. */
  plan: TagPlan | null;
  onPlanDone: () => void;
  spheres: readonly Sphere[];
  picking: boolean;
  onPicking: (picking: boolean) => void;
  onSphere: (sphere: NamedSphere) => void;
  /** There are more lines than were gathered. */
  onMore: (() => void) | null;
}

const keys = [
  ['ArrowUp ArrowDown', 'move'],
  ['Space', 'select'],
  ['1 … 9', 'tag'],
  ['Mod+C', 'copy'],
  ['Enter', 'open'],
] as const;

/** The foot of a concordance: how many places, how many of them chosen, and tagging them. */
export function ConcordanceFooter(props: ConcordanceFooterProps) {
  const { found, selected, plan, onPlanDone, spheres, picking, onPicking, onSphere, onMore } = props;
  if (plan !== null) {
    return (
      <footer className={footer.footer}>
        <TagQuestion plan={plan} onDone={onPlanDone} />
      </footer>
    );
  }
  const count = found === null ? '' : `${many(found.lines, 'place')} in ${many(found.documents, 'document')}`;
  return (
    <PanelFooter status={selected === 0 ? count : `${count}, ${many(selected, 'selected', 'selected')}`} keys={keys}>
      {onMore === null ? null : (
        <Button variant="quiet" onPress={onMore}>
          There are more: gather them
        </Button>
      )}
      {found === null || found.lines === 0 ? null : (
        <TagButton
          label={selected === 0 ? 'Tag all…' : `Tag ${number.format(selected)}…`}
          keys="T"
          spheres={spheres}
          isOpen={picking}
          onOpen={onPicking}
          onSphere={onSphere}
        />
      )}
    </PanelFooter>
  );
}

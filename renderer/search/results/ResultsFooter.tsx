import { Share } from 'lucide-react';
import { useState } from 'react';
import type { SearchAnswer, SearchQuery, Sphere } from '../../../contract/index.ts';
import { useEngine } from '../../engine/engine.tsx';
import { openExport } from '../../exports/export-session.ts';
import { Button, notifyError, Spinner } from '../../ui/index.ts';
import footer from '../PanelFooter.module.css';
import { PanelFooter } from '../PanelFooter.tsx';
import { TagButton } from '../tagging/TagButton.tsx';
import { TagQuestion } from '../tagging/TagQuestion.tsx';
import { many, type NamedSphere, planPassages, type TagPlan } from '../tagging/tag-plans.ts';

const keys = [
  ['ArrowUp ArrowDown', 'choose'],
  ['Enter', 'open'],
  ['Mod+/', 'help'],
] as const;

interface ResultsFooterProps {
  query: SearchQuery;
  answer: SearchAnswer | undefined;
  spheres: readonly Sphere[];
  /** What was asked here is done: the keys belong to the box again. */
  onBack: () => void;
}

/** The foot of the results: how many, and what can be done with all of them. */
export function ResultsFooter({ query, answer, spheres, onBack }: ResultsFooterProps) {
  const engine = useEngine();
  const [picking, setPicking] = useState(false);
  const [isPlanning, setPlanning] = useState(false);
  const [plan, setPlan] = useState<TagPlan | null>(null);
  if (plan !== null) {
    return (
      <footer className={footer.footer}>
        <TagQuestion
          plan={plan}
          onDone={() => {
            setPlan(null);
            onBack();
          }}
        />
      </footer>
    );
  }
  const planFor = async (sphere: NamedSphere) => {
    setPlanning(true);
    try {
      setPlan(await planPassages(engine, query, sphere));
    } catch (error) {
      notifyError(error);
    }
    setPlanning(false);
  };
  return (
    <PanelFooter status={answer === undefined ? '' : many(answer.total, 'result')} keys={keys}>
      {answer === undefined || answer.total === 0 ? null : (
        <Button variant="quiet" onPress={() => openExport({ kind: 'search', query })}>
          <Share aria-hidden size={14} />
          Export these
        </Button>
      )}
      {answer?.hits.some(({ passageId }) => passageId !== null) ? (
        <TagButton
          label="Tag the passages…"
          spheres={spheres}
          isOpen={picking}
          onOpen={setPicking}
          onSphere={(sphere) => void planFor(sphere)}
        />
      ) : null}
      {isPlanning ? <Spinner label="Finding the passages" /> : null}
    </PanelFooter>
  );
}

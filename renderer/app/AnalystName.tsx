import { useAsk, useEngine } from '../engine/engine.tsx';
import { notify } from '../ui/index.ts';
import { NameDialog } from './NameDialog.tsx';

/** Whose name stands on the taggings and notes made from now on. */
export function AnalystName() {
  const engine = useEngine();
  const { data: info } = useAsk('notebook.info', {});
  const use = async (name: string) => {
    const { analyst } = await engine.call('notebook.setAnalyst', { name });
    notify({ message: `What you tag and write from now on is by ${analyst.name}.` });
    return true;
  };
  return (
    <NameDialog
      title="Your name"
      name={info?.analyst.name ?? ''}
      description="Stands on passages, notes and exports made from now on. Earlier ones keep theirs."
      verb="Use this name"
      onName={use}
    />
  );
}

import { useState } from 'react';
import { useAsk, useEngine } from '../../engine/engine.tsx';
import { Button, notifyError, Select, sizeText } from '../../ui/index.ts';
import styles from './SpaceLine.module.css';

/** Limits to choose from, in bytes. */
const limits = [20_000_000, 50_000_000, 200_000_000, 1_000_000_000];

/** How much room versions take in the notebook, and how much they may. */
export function SpaceLine() {
  const engine = useEngine();
  const { data: space } = useAsk('versions.space', {});
  /** A limit that would remove versions at once, until the analyst agrees. */
  const [asked, setAsked] = useState<number | null>(null);
  if (space === undefined) return <span className={styles.line} />;

  const setLimit = async (limit: number) => {
    setAsked(null);
    await engine.call('versions.setLimit', { limit }).catch(notifyError);
  };
  if (asked !== null) {
    return (
      <span className={styles.line} role="alert">
        <span>{`With ${sizeText(asked)}, the oldest automatic versions of the notebook go now, for good.`}</span>
        <Button variant="danger" onPress={() => void setLimit(asked)}>
          Remove them
        </Button>
        <Button variant="quiet" onPress={() => setAsked(null)}>
          Keep them
        </Button>
      </span>
    );
  }
  const choices = Array.from(new Set([...limits, space.limit]))
    .toSorted((a, b) => a - b)
    .map((limit) => ({ id: String(limit), label: sizeText(limit) }));
  return (
    <span className={styles.line}>
      <span>{`In this notebook: automatic versions ${sizeText(space.automatic)} of at most`}</span>
      <Select
        label="Room for automatic versions"
        hideLabel
        variant="quiet"
        choices={choices}
        value={String(space.limit)}
        onChange={(id) => (Number(id) < space.automatic ? setAsked(Number(id)) : void setLimit(Number(id)))}
      />
      <span>{`others ${sizeText(space.kept)}`}</span>
    </span>
  );
}

import { useEffect } from 'react';
import type { Sphere } from '../../contract/index.ts';
import { useAsk, useEngine } from '../engine/engine.tsx';
import { Button, Dialog, InlineError, Spinner } from '../ui/index.ts';
import { isWithin } from '../ui/tree/index.ts';
import { doing } from './codebook-view.ts';
import { removeSphere } from './sphere-actions.ts';

const count = new Intl.NumberFormat();

/** Says what goes with a sphere and asks once; where nothing goes with it, deletes it without asking. */
export function DeleteSphere({ sphere, spheres }: { sphere: Sphere; spheres: readonly Sphere[] }) {
  const engine = useEngine();
  const below = spheres.filter(({ id }) => id !== sphere.id && isWithin(spheres, id, sphere.id)).length;
  const { data: passages, error, isPlaceholderData } = useAsk('passages.list', { sphereIds: [sphere.id] });
  const known = passages !== undefined && !isPlaceholderData;
  const asks = known && (passages.length > 0 || below > 0);

  useEffect(() => {
    if (!known || asks) return;
    doing(null);
    void removeSphere(engine, sphere);
  }, [known, asks, engine, sphere]);

  if (known && !asks) return null;
  const close = () => doing(null);
  return (
    <Dialog
      title={`Delete “${sphere.name}”?`}
      size="s"
      onClose={close}
      footer={
        <>
          <Button variant="quiet" autoFocus onPress={close}>
            Keep it
          </Button>
          <Button
            variant="danger"
            isDisabled={!asks}
            onPress={() => {
              close();
              void removeSphere(engine, sphere);
            }}
          >
            Delete
          </Button>
        </>
      }
    >
      {error === null ? null : <InlineError error={error} />}
      {passages === undefined ? <Spinner /> : <p>{lossWords(passages.length, below)}</p>}
    </Dialog>
  );
}

/** What is lost and what stays. */
export function lossWords(passages: number, below: number): string {
  const losses = [
    ...(passages === 0 ? [] : [passages === 1 ? '1 passage loses it.' : `${count.format(passages)} passages lose it.`]),
    ...(below === 0 ? [] : [below === 1 ? 'Its sub-sphere goes too.' : `Its ${count.format(below)} sub-spheres go too.`]),
  ];
  return [...losses, 'Passages and notes on them stay, and an undo brings it back.'].join(' ');
}

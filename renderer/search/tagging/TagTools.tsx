import { Tags } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { Sphere } from '../../../contract/index.ts';
import { SpherePicker } from '../../codebook/SpherePicker.tsx';
import { addSphere } from '../../codebook/sphere-actions.ts';
import { useEngine } from '../../engine/engine.tsx';
import { Button, Kbd, notifyError, Spinner } from '../../ui/index.ts';
import styles from './TagTools.module.css';
import type { NamedSphere, TagPlan } from './tag-plans.ts';

interface TagButtonProps {
  label: string;
  /** A key that opens it, shown beside. */
  keys?: string;
  spheres: readonly Sphere[];
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  onSphere: (sphere: NamedSphere) => void;
}

/** A button that asks for a sphere. */
export function TagButton({ label, keys, spheres, isOpen, onOpen, onSphere }: TagButtonProps) {
  const engine = useEngine();
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <span ref={anchor}>
      <Button variant="quiet" onPress={() => onOpen(true)}>
        <Tags aria-hidden size={14} />
        {label}
        {keys === undefined ? null : <Kbd keys={keys} />}
      </Button>
      <Popover className={styles.popover ?? ''} triggerRef={anchor} isOpen={isOpen} onOpenChange={onOpen} placement="top start" offset={6}>
        <Dialog aria-label="Put into a sphere" className={styles.dialog ?? ''}>
          <SpherePicker
            selected={[]}
            onToggle={(sphereId) => {
              const sphere = spheres.find(({ id }) => id === sphereId);
              onOpen(false);
              if (sphere !== undefined) onSphere(sphere);
            }}
            onCreate={(name) => {
              onOpen(false);
              addSphere(engine, { name }).then(onSphere, notifyError);
            }}
            onClose={() => onOpen(false)}
          />
        </Dialog>
      </Popover>
    </span>
  );
}

/** Asks before many passages are tagged at once. Enter does it, Esc does not. */
export function TagQuestion({ plan, onDone }: { plan: TagPlan; onDone: () => void }) {
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await plan.run().catch(notifyError);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isBusy) return;
    event.stopPropagation();
    onDone();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc is for all that is in it.
    <div className={styles.question} onKeyDown={onKeyDown}>
      <span role="alert">{plan.question}</span>
      {isBusy ? <Spinner label="Tagging" /> : null}
      <Button variant="primary" onPress={() => void run()} isDisabled={isBusy} autoFocus>
        Put
      </Button>
      <Button onPress={onDone} isDisabled={isBusy}>
        Cancel
      </Button>
    </div>
  );
}

import { Tags } from 'lucide-react';
import { useRef } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { Sphere } from '../../../contract/index.ts';
import { SpherePicker } from '../../codebook/SpherePicker.tsx';
import { addSphere } from '../../codebook/sphere-actions.ts';
import { useEngine } from '../../engine/engine.tsx';
import { Button, Kbd, notifyError } from '../../ui/index.ts';
import styles from './TagButton.module.css';
import type { NamedSphere } from './tag-plans.ts';

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

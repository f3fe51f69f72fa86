import { useRef } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { Passage, Sphere } from '../../contract/index.ts';
import { SpherePicker } from '../codebook/SpherePicker.tsx';
import styles from './PassageList.module.css';
import { usePassageActions } from './passage-actions.ts';

interface PassagePickerProps {
  passage: Passage;
  spheres: readonly Sphere[];
  /** The card it floats at. */
  beside: HTMLElement | null;
  onClose: () => void;
}

/** Puts a passage into spheres and takes it out of them, from its card. */
export function PassagePicker({ passage, spheres, beside, onClose }: PassagePickerProps) {
  const actions = usePassageActions();
  const card = useRef(beside);
  return (
    <Popover
      className={styles.picker ?? ''}
      triggerRef={card}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      placement="bottom start"
      offset={-6}
      crossOffset={16}
    >
      <Dialog aria-label="Spheres of the passage" className={styles.dialog ?? ''}>
        <SpherePicker
          selected={passage.taggings.map(({ sphereId }) => sphereId)}
          onToggle={(sphereId) => {
            const sphere = spheres.find(({ id }) => id === sphereId);
            if (sphere !== undefined) void actions.toggleSphere(passage, sphere);
          }}
          onCreate={(name) => void actions.createSphere(passage, name)}
          onClose={onClose}
        />
      </Dialog>
    </Popover>
  );
}

import { Dialog, Popover } from 'react-aria-components';
import type { Passage, Sphere } from '../../contract/index.ts';
import { SpherePicker } from '../codebook/SpherePicker.tsx';
import styles from './PassageList.module.css';
import { usePassageActions } from './passage-actions.ts';
import { useCardOf } from './useCardOf.ts';

interface PassagePickerProps {
  passages: readonly Passage[];
  /** The one of them at whose card it floats. */
  at: string;
  beside: (passageId: string) => HTMLElement | null;
  spheres: readonly Sphere[];
  onClose: () => void;
}

/** Puts passages into spheres and takes them out of them, from a card. Those are on that all of the passages are in. */
export function PassagePicker({ passages, at, beside, spheres, onClose }: PassagePickerProps) {
  const actions = usePassageActions();
  const card = useCardOf(at, beside);
  const [first, ...others] = passages.map(({ taggings }) => taggings.map(({ sphereId }) => sphereId));
  const shared = (first ?? []).filter((id) => others.every((ids) => ids.includes(id)));
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
      <Dialog
        aria-label={passages.length === 1 ? 'Spheres of the passage' : `Spheres of ${passages.length} passages`}
        className={styles.dialog ?? ''}
      >
        <SpherePicker
          selected={shared}
          onToggle={(sphereId) => {
            const sphere = spheres.find(({ id }) => id === sphereId);
            if (sphere !== undefined) void actions.toggleSphere(passages, sphere);
          }}
          onCreate={(name) => void actions.createSphere(passages, name)}
          onClose={onClose}
        />
      </Dialog>
    </Popover>
  );
}

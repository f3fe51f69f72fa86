import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Dialog, Popover, Radio, RadioGroup } from 'react-aria-components';
import { Credibility, credibilityMeanings, eventWords, type Passage } from '../../contract/index.ts';
import { Button, Kbd, TextField } from '../ui/index.ts';
import styles from './GradePopover.module.css';
import { credibilityOfKey, draftOf, eventOf, type GradeDraft, gradeChanges } from './grade-draft.ts';
import { usePassageActions } from './passage-actions.ts';

interface GradePopoverProps {
  passage: Passage;
  /** The card it floats at. */
  beside: (passageId: string) => HTMLElement | null;
  onClose: () => void;
}

const credibilities = [...Credibility.values];

/**
 * Sets a passage's credibility by a digit and the date of what it reports; leaving it keeps what was set, as one step, and goes back to
 * where it was asked for, the text or the card.
 */
export function GradePopover({ passage, beside, onClose }: GradePopoverProps) {
  const actions = usePassageActions();
  const [draft, setDraft] = useState(() => draftOf(passage));
  const [tried, setTried] = useState(false);
  const event = eventOf(draft);
  const set = (changed: Partial<GradeDraft>) => setDraft((was) => ({ ...was, ...changed }));
  const latest = useRef(beside);
  // The card may be drawn together with this.
  const card = useMemo(
    () => ({
      get current() {
        return latest.current(passage.id);
      },
    }),
    [passage.id],
  );

  const close = () => {
    const changes = gradeChanges(draft, passage);
    if (changes !== null) void actions.grade(passage, changes);
    onClose();
  };
  const done = () => {
    setTried(true);
    if (event !== undefined) close();
  };
  const onKeyDown = (pressed: KeyboardEvent) => {
    if (pressed.nativeEvent.isComposing || pressed.ctrlKey || pressed.metaKey || pressed.altKey) return;
    const inField = pressed.target instanceof HTMLInputElement && pressed.target.type === 'text';
    const digit = inField ? null : credibilityOfKey(pressed.key);
    const onButton = pressed.target instanceof HTMLButtonElement;
    if (digit !== null) {
      set({ credibility: digit });
      pressed.currentTarget.querySelector<HTMLElement>(`input[value="${digit}"]`)?.focus();
    } else if (pressed.key === 'Enter' && !onButton) done();
    else return;
    pressed.preventDefault();
    pressed.stopPropagation();
  };

  return (
    <Popover
      className={styles.popover ?? ''}
      triggerRef={card}
      isOpen
      onOpenChange={(open) => {
        if (!open) close();
      }}
      placement="bottom start"
      offset={-6}
      crossOffset={16}
    >
      <Dialog aria-label="Grade of the passage" className={styles.dialog ?? ''}>
        {/* It takes the digits for the group within, and Enter before a radio would. */}
        <div className={styles.parts} onKeyDownCapture={onKeyDown}>
          <RadioGroup
            aria-label="Credibility of what it reports"
            className={styles.scale ?? ''}
            value={String(draft.credibility)}
            onChange={(value) => {
              const chosen = credibilityOfKey(value === 'source' ? '0' : value);
              if (chosen !== null) set({ credibility: chosen });
            }}
          >
            {credibilities.map((credibility) => (
              <Choice key={credibility} value={String(credibility)} digit={String(credibility)} chosen={draft.credibility === credibility}>
                {credibilityMeanings[credibility]}
              </Choice>
            ))}
            <Choice value="source" digit="0" chosen={draft.credibility === 'source'}>
              {`as its source${sourceWords(passage)}`}
            </Choice>
          </RadioGroup>
          <TextField
            label="When it happened"
            placeholder="12 May 2024, spring 2024"
            value={draft.event}
            onChange={(typed) => {
              setTried(false);
              set({ event: typed });
            }}
            {...(event ? { description: `Understood as ${eventWords(event)}` } : {})}
            error={
              event === undefined && tried ? 'Write it as 2024, May 2024, 12.05.2024, spring 2024, or two of these with a dash.' : null
            }
          />
          <p className={styles.foot}>
            <span>
              <Kbd keys="1" /> – <Kbd keys="6" /> grade
            </span>
            <Button onPress={done}>Done</Button>
          </p>
        </div>
      </Dialog>
    </Popover>
  );
}

function Choice({ value, digit, chosen, children }: { value: string; digit: string; chosen: boolean; children: string }) {
  return (
    // The popover opens because a key or a press asked for it: the next keys belong to it.
    <Radio value={value} className={styles.choice ?? ''} autoFocus={chosen}>
      <span className={styles.digit}>{digit}</span>
      <span>{children}</span>
    </Radio>
  );
}

function sourceWords({ credibility, grade }: Passage): string {
  return credibility === null && grade.credibility !== null ? `: ${grade.credibility}` : '';
}

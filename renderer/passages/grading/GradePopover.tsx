import { type KeyboardEvent, useState } from 'react';
import { Dialog, Popover, Radio, RadioGroup } from 'react-aria-components';
import { Credibility, credibilityMeanings, eventWords, type Passage } from '../../../contract/index.ts';
import { Button, Kbd, TextField } from '../../ui/index.ts';
import { usePassageActions } from '../passage-actions.ts';
import { useCardOf } from '../useCardOf.ts';
import styles from './GradePopover.module.css';
import { credibilityOfKey, draftOf, eventOf, type GradeDraft, gradeChanges, sharedBy } from './grade-draft.ts';

interface GradePopoverProps {
  passages: readonly Passage[];
  /** The one of them at whose card it floats. */
  at: string;
  beside: (passageId: string) => HTMLElement | null;
  onClose: () => void;
}

const number = new Intl.NumberFormat();
const credibilities = [...Credibility.values];

/**
 * Sets the credibility of passages by a digit and the date of what they report; leaving it keeps what was set, as one step, and goes
 * back to where it was asked for, the text or the card.
 */
export function GradePopover({ passages, at, beside, onClose }: GradePopoverProps) {
  const actions = usePassageActions();
  const [was] = useState(() => sharedBy(passages));
  const [draft, setDraft] = useState(() => draftOf(was));
  const [tried, setTried] = useState(false);
  const event = eventOf(draft);
  const set = (changed: Partial<GradeDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const card = useCardOf(at, beside);

  const close = () => {
    const changes = gradeChanges(draft, was);
    if (changes !== null) void actions.grade(passages, changes);
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
      <Dialog
        aria-label={passages.length === 1 ? 'Grade of the passage' : `Grade of ${passages.length} passages`}
        className={styles.dialog ?? ''}
      >
        {/* It takes the digits for the group within, and Enter before a radio would. */}
        <div className={styles.parts} onKeyDownCapture={onKeyDown}>
          {passages.length === 1 ? null : <p className={styles.many}>{`${number.format(passages.length)} passages`}</p>}
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
              <Choice
                key={credibility}
                value={String(credibility)}
                digit={String(credibility)}
                takesFocus={draft.credibility === credibility || (draft.credibility === 'various' && credibility === credibilities[0])}
              >
                {credibilityMeanings[credibility]}
              </Choice>
            ))}
            <Choice value="source" digit="0" takesFocus={draft.credibility === 'source'}>
              {sourceWords(passages)}
            </Choice>
          </RadioGroup>
          <TextField
            label="When it happened"
            placeholder={draft.event === null ? 'various' : '12 May 2024, spring 2024'}
            value={draft.event ?? ''}
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

interface ChoiceProps {
  value: string;
  digit: string;
  takesFocus: boolean;
  children: string;
}

function Choice({ value, digit, takesFocus, children }: ChoiceProps) {
  return (
    // The popover opens because a key or a press asked for it: the next keys belong to it.
    <Radio value={value} className={styles.choice ?? ''} autoFocus={takesFocus}>
      <span className={styles.digit}>{digit}</span>
      <span>{children}</span>
    </Radio>
  );
}

function sourceWords(passages: readonly Passage[]): string {
  const [first] = passages;
  if (first === undefined || passages.length > 1) return 'each as its source';
  const { credibility, grade } = first;
  return credibility === null && grade.credibility !== null ? `as its source: ${grade.credibility}` : 'as its source';
}

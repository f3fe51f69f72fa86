interface Holder {
  field: HTMLTextAreaElement;
  letGo: AbortController;
  /** Esc came before the field that it was meant for. */
  left: boolean;
}

let holder: Holder | null = null;

/**
 * Takes the keyboard until the field that was asked for is there. A note opens when its passage is saved; a quick hand
 * types before, and must not type over the words it has selected. A press elsewhere ends it; what was typed is kept.
 */
export function holdTyping(): void {
  takeTyped();
  const field = document.createElement('textarea');
  field.setAttribute('aria-label', 'What you type goes into the note');
  Object.assign(field.style, { position: 'fixed', top: '0', left: '0', width: '1px', height: '1px', opacity: '0', pointerEvents: 'none' });
  const letGo = new AbortController();
  const { signal } = letGo;
  const held: Holder = { field, letGo, left: false };
  holder = held;
  const focus = () => {
    if (!signal.aborted) field.focus({ preventScroll: true });
  };
  // The editor selects what it marks, and takes the focus with it.
  field.addEventListener('blur', () => queueMicrotask(focus), { signal });
  window.addEventListener('pointerdown', () => letGo.abort(), { signal, capture: true });
  field.addEventListener(
    'keydown',
    (event) => {
      event.stopPropagation();
      if (event.key === 'Tab') event.preventDefault();
      if (event.key !== 'Escape') return;
      held.left = true;
      field.readOnly = true;
    },
    { signal },
  );
  document.body.append(field);
  focus();
}

/** Gives what was typed meanwhile, once, and whether Esc ended it; lets go of the keyboard. */
export function takeTyped(): { typed: string; left: boolean } {
  const held = holder;
  holder = null;
  held?.letGo.abort();
  held?.field.remove();
  return { typed: held?.field.value ?? '', left: held?.left ?? false };
}

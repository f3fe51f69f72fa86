let holder: HTMLTextAreaElement | null = null;
let listening = new AbortController();

/**
 * Takes the keyboard until the field that was asked for is there. A note opens when its passage is saved; a quick hand
 * types before, and must not type over the words it has selected. A press elsewhere, Esc or Tab ends it.
 */
export function holdTyping(): void {
  if (holder !== null) return;
  const field = document.createElement('textarea');
  field.setAttribute('aria-label', 'What you type goes into the note');
  Object.assign(field.style, { position: 'fixed', top: '0', left: '0', width: '1px', height: '1px', opacity: '0', pointerEvents: 'none' });
  listening = new AbortController();
  const { signal } = listening;
  // The editor selects what it marks, and takes the focus with it.
  field.addEventListener('blur', () => queueMicrotask(() => holder?.focus({ preventScroll: true })), { signal });
  window.addEventListener('pointerdown', takeTyped, { signal, capture: true });
  field.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape' || key === 'Tab') takeTyped();
    },
    { signal },
  );
  holder = field;
  document.body.append(field);
  field.focus({ preventScroll: true });
}

/** Gives what was typed meanwhile, once, and lets go of the keyboard. */
export function takeTyped(): string {
  const field = holder;
  holder = null;
  listening.abort();
  field?.remove();
  return field?.value ?? '';
}

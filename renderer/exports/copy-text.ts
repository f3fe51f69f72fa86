/** Puts text on the clipboard. Works without the permission that the host denies every page, as part of a press or a key. */
export function copyText(text: string): void {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', give, { capture: true });
  if (!copied) throw new Error('The text could not be copied. Save it to a file instead.');
}

/** Readers of long files say now and then that they get on, so that nobody takes them for stuck. */
let listener: () => void = () => undefined;

/** Sets who hears of it; one in a thread. */
export function onLife(listen: () => void): void {
  listener = listen;
}

/** For a reader to call as often as it likes. */
export function showLife(): void {
  listener();
}

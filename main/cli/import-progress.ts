import { type Progress, paceOf } from '../../contract/index.ts';
import { harmless } from './outcome.ts';

/** Where a log is written instead of a terminal's line, one line in so many milliseconds. */
const logMs = 1_000;

/** Shows how far an import is: on a terminal in one line that is written over, else in a line now and then. */
export function showProgress(stream: NodeJS.WriteStream) {
  const began = Date.now();
  let logged = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    clear(): void {
      if (isShown) stream.write('\r\x1b[K');
      isShown = false;
    },
    show(progress: Progress): void {
      const line = harmless(words(progress, (Date.now() - began) / 1000));
      if (stream.isTTY) {
        stream.write(line.slice(0, stream.columns - 1));
        isShown = true;
      } else if (Date.now() - logged >= logMs) {
        stream.write(`${line}\n`);
        logged = Date.now();
      }
    },
  };
}

function words(progress: Progress, seconds: number): string {
  const { done, total, label, bytes } = progress;
  if (total === null || bytes === undefined) return label;
  const { filesPerSecond, secondsLeft } = paceOf(progress, seconds);
  const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
  const megabytes = (size: number) => (size / 1_000_000).toFixed(1);
  const parts = [
    `${number.format(done)} of ${number.format(total)} files`,
    `${megabytes(bytes.done)} of ${megabytes(bytes.total)} MB`,
    ...(filesPerSecond > 0 ? [`${number.format(filesPerSecond)} files/s`] : []),
    ...(secondsLeft === null ? [] : [`${number.format(Math.ceil(secondsLeft))} s left`]),
    label,
  ];
  return parts.filter((part) => part !== '').join('  ');
}

import { type Progress, paceOf } from '../../contract/index.ts';

/** How far and how fast an import is: `1,204 of 10,000 files · 5.3 of 44 MB · 1,310 files/s · 7 s left`. */
export function paceWords(progress: Progress, seconds: number, locale?: string): string {
  const { done, total, bytes } = progress;
  if (total === null) return '';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const few = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const { filesPerSecond, secondsLeft } = paceOf(progress, seconds);
  const parts = [`${whole.format(done)} of ${whole.format(total)} files`];
  if (bytes !== undefined) parts.push(`${few.format(bytes.done / 1e6)} of ${few.format(bytes.total / 1e6)} MB`);
  if (filesPerSecond > 0) parts.push(`${filesPerSecond < 10 ? few.format(filesPerSecond) : whole.format(filesPerSecond)} files/s`);
  if (secondsLeft !== null && done < total) parts.push(leftWords(secondsLeft, whole));
  return parts.join(' · ');
}

function leftWords(seconds: number, number: Intl.NumberFormat): string {
  if (seconds < 90) return `${number.format(Math.max(1, Math.ceil(seconds)))} s left`;
  return `${number.format(Math.ceil(seconds / 60))} min left`;
}

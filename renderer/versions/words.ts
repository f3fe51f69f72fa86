import type { PassageOutcome, VersionKind, VersionSummary } from '../../contract/index.ts';

const kindWords: Record<VersionKind, string> = {
  automatic: 'Automatic',
  named: 'Named',
  'before-update': 'Before a new text',
  'before-restore': 'Before a restore',
};

/** What a version is called: its name, or why it was kept. */
export function versionTitle({ name, kind }: Pick<VersionSummary, 'name' | 'kind'>): string {
  return name === '' ? kindWords[kind] : name;
}

/** A day and a time of day in the reader's locale. */
export function whenText(iso: string, style: 'medium' | 'long', locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: style, timeStyle: 'short' }).format(new Date(iso));
}

/** `count` of a thing whose plural ends in s, in the reader's digits. */
export function counted(count: number, thing: string, locale?: string): string {
  return `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? thing : `${thing}s`}`;
}

/** A score from 0 to 1 as a percentage, never rounded up to one it has not reached. */
export function scoreText(score: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(score * 100 + 1e-6) / 100);
}

export const outcomeWords: Record<PassageOutcome, string> = {
  kept: 'Kept',
  moved: 'Moved',
  changed: 'Changed',
  lost: 'Lost',
};

/** A file's name without the folders above it. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

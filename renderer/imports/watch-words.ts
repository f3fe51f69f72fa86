import type { WatchedFolder } from '../../contract/index.ts';

/** How it stands, in a line at the foot of the window: `Watching Inbox · 3 came in today · 1 not imported`. */
export function watchLine(watched: WatchedFolder, locale?: string): string {
  const name = watched.folder.split(/[/\\]/).findLast((part) => part !== '') ?? watched.folder;
  const beginning = { watching: `Watching ${name}`, paused: `Watching ${name} is paused`, away: `${name} is away` }[watched.state];
  return [beginning, ...happened(watched, locale)].join(' · ');
}

/** How it stands, in sentences. */
export function watchSentences(watched: WatchedFolder, locale?: string): string {
  const { state, reason } = watched;
  const news = happened({ ...watched, report: { ...watched.report, failed: [] } }, locale).map((words) => `${words}.`);
  const beginning = {
    watching: 'New files in it, and in folders in it, come in by themselves.',
    paused: 'Paused: what comes into it waits until you let it go on.',
    away: `${reason} It is watched again as soon as it is there.`,
  }[state];
  return [beginning, ...news].join(' ');
}

function happened({ coming, today, report }: WatchedFolder, locale: string | undefined): string[] {
  const number = new Intl.NumberFormat(locale);
  const parts: [number, string][] = [
    [coming, 'coming in'],
    [today, 'came in today'],
    [report.failed.length, 'not imported'],
  ];
  return parts.filter(([count]) => count > 0).map(([count, words]) => `${number.format(count)} ${words}`);
}

import { Credibility, eventWords, type Params, type Passage, readEvent } from '../../contract/index.ts';

/** What is being set of a passage: its credibility, and its event's date as typed. */
export interface GradeDraft {
  /** `source`: none of its own. */
  credibility: Credibility | 'source';
  event: string;
}

type Graded = Pick<Passage, 'credibility' | 'event'>;

/** In English, whatever the locale, because that is what is understood again. */
export function draftOf({ credibility, event }: Graded): GradeDraft {
  return { credibility: credibility ?? 'source', event: event === null ? '' : eventWords(event, 'en-GB') };
}

/** What a digit sets, `0` its own credibility away; null for any other key. */
export function credibilityOfKey(key: string): GradeDraft['credibility'] | null {
  if (key === '0') return 'source';
  const credibility = Credibility.safeParse(/^[1-6]$/.test(key) ? Number(key) : null);
  return credibility.success ? credibility.data : null;
}

/** The date typed: `null` for none, `undefined` where it is not understood. */
export function eventOf({ event }: Pick<GradeDraft, 'event'>): string | null | undefined {
  return event.trim() === '' ? null : (readEvent(event) ?? undefined);
}

/** What differs from the passage as it was, for `passages.grade`; null where nothing does. A date not understood stays as it was. */
export function gradeChanges(draft: GradeDraft, was: Graded): Omit<Params<'passages.grade'>, 'passageIds'> | null {
  const credibility = draft.credibility === 'source' ? null : draft.credibility;
  const event = eventOf(draft);
  const changes = {
    ...(credibility === was.credibility ? {} : { credibility }),
    ...(event === undefined || event === was.event ? {} : { event }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}

import { Credibility, eventWords, type Params, type Passage, readEvent } from '../../../contract/index.ts';

/** What all of some passages have; undefined where they differ. */
export interface Graded {
  credibility: Credibility | null | undefined;
  event: string | null | undefined;
}

/** What is being set of passages: their credibility, and their events' date as typed. */
export interface GradeDraft {
  /** `source`: none of their own. `various`: they differ, and each keeps its own. */
  credibility: Credibility | 'source' | 'various';
  /** Null: they differ, and each keeps its own. */
  event: string | null;
}

export function sharedBy(passages: readonly Pick<Passage, 'credibility' | 'event'>[]): Graded {
  const [first, ...others] = passages;
  return {
    credibility: others.every(({ credibility }) => credibility === first?.credibility) ? first?.credibility : undefined,
    event: others.every(({ event }) => event === first?.event) ? first?.event : undefined,
  };
}

/** In English, whatever the locale, because that is what is understood again. */
export function draftOf({ credibility, event }: Graded): GradeDraft {
  return {
    credibility: credibility === undefined ? 'various' : (credibility ?? 'source'),
    event: event === undefined ? null : event === null ? '' : eventWords(event, 'en-GB'),
  };
}

/** What a digit sets, `0` its own credibility away; null for any other key. */
export function credibilityOfKey(key: string): Credibility | 'source' | null {
  if (key === '0') return 'source';
  const credibility = Credibility.safeParse(/^[1-6]$/.test(key) ? Number(key) : null);
  return credibility.success ? credibility.data : null;
}

/** The date typed: `null` for none, `undefined` where it is not understood. */
export function eventOf({ event }: Pick<GradeDraft, 'event'>): string | null | undefined {
  return event === null || event.trim() === '' ? null : (readEvent(event) ?? undefined);
}

/** What differs from the passages as they were, for `passages.grade`; null where nothing does. A date not understood stays as it was. */
export function gradeChanges(draft: GradeDraft, was: Graded): Omit<Params<'passages.grade'>, 'passageIds'> | null {
  const credibility = draft.credibility === 'source' ? null : draft.credibility;
  const event = draft.event === null ? undefined : eventOf(draft);
  const changes = {
    ...(credibility === 'various' || credibility === was.credibility ? {} : { credibility }),
    ...(event === undefined || event === was.event ? {} : { event }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}

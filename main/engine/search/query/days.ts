import { type DaysOf, daysOf } from '../../../../contract/index.ts';

/**
 * The days that a range of dates asks for: `2024`, `2024..2025-06`, `2024..` or `..2024-05-12`; each date may be anything
 * EventDate allows. Null where it is none.
 */
export function daysAsked(value: string): DaysOf | null {
  const [, first = '', range, last = ''] = /^(.*?)(\.\.(.*))?$/.exec(value.trim()) ?? [];
  const from = first === '' ? null : daysOf(first);
  const to = last === '' ? null : daysOf(last);
  if (range === undefined) return from;
  if ((first !== '' && from === null) || (last !== '' && to === null) || (first === '' && last === '')) return null;
  return { from: from?.from ?? '0000-01-01', to: to?.to ?? '9999-12-31' };
}

import { type DaysOf, daysOf, readEvent } from '../../../../contract/index.ts';

/**
 * The days that a range of dates asks for: `2024`, `2024..2025-06`, `2024..` or `..2024-05-12`; each date may be anything
 * that an event's date may be typed as: `spring 2024`, `12.05.2024`. Null where it is none.
 */
export function daysAsked(value: string): DaysOf | null {
  const [, first = '', range, last = ''] = /^(.*?)(\.\.(.*))?$/.exec(value.trim()) ?? [];
  const from = daysTyped(first);
  const to = daysTyped(last);
  if (range === undefined) return from;
  if ((first !== '' && from === null) || (last !== '' && to === null) || (first === '' && last === '')) return null;
  return { from: from?.from ?? '0000-01-01', to: to?.to ?? '9999-12-31' };
}

function daysTyped(typed: string): DaysOf | null {
  const date = readEvent(typed);
  return date === null ? null : daysOf(date);
}

/** A date known to the day, month or year (`2024-05-12`, `2024-05`, `2024`) as the analyst's locale writes it. */
export function partialDate(date: string): string {
  const [year = 0, month, day] = date.split('-').map(Number);
  const at = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
  return new Intl.DateTimeFormat(undefined, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === undefined ? {} : { month: 'long' }),
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(at);
}

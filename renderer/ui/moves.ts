interface Standing {
  at: number;
  count: number;
  /** Rows that a page goes by. */
  page: number;
}

/** The row that a key goes to in a list; null where it is no key to go by. */
export function movedTo(key: string, { at, count, page }: Standing): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  }[key];
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to));
}

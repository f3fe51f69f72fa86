/** Which rows of a list are chosen, and the one that the keyboard is on. */
export interface Selection {
  ids: readonly string[];
  active: string | null;
  /** Where a stretch of rows begins that Shift extends. */
  anchor: string | null;
}

/** `only` this row, a `range` to it, this row on or off (`toggle`), or just the keyboard to it (`move`). */
export type Way = 'only' | 'range' | 'toggle' | 'move';

/** The selection after a row was gone to. */
export function choose(was: Selection, rows: readonly { id: string }[], index: number, way: Way): Selection {
  const id = rows[index]?.id;
  if (id === undefined) return was;
  switch (way) {
    case 'only':
      return { ids: [id], active: id, anchor: id };
    case 'move':
      return { ...was, active: id };
    case 'toggle':
      return { ids: was.ids.includes(id) ? was.ids.filter((each) => each !== id) : [...was.ids, id], active: id, anchor: id };
    case 'range': {
      const from = rows.findIndex((row) => row.id === (was.anchor ?? was.active));
      const begin = from === -1 ? index : from;
      const stretch = rows.slice(Math.min(begin, index), Math.max(begin, index) + 1);
      return { ids: stretch.map((row) => row.id), active: id, anchor: rows[begin]?.id ?? id };
    }
  }
}

/** How a press with Shift, or with Ctrl (Cmd on macOS), chooses. */
export function wayOfPress({ shiftKey, ctrlKey, metaKey }: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): Way {
  return shiftKey ? 'range' : ctrlKey || metaKey ? 'toggle' : 'only';
}

/** How an arrow with Shift or Ctrl chooses. */
export function wayOfArrow({ shiftKey, ctrlKey, metaKey }: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): Way {
  return shiftKey ? 'range' : ctrlKey || metaKey ? 'move' : 'only';
}

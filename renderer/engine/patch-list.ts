/** A list in which some items were asked for again: those that came back are replaced or added, the others of them go. */
export function patchList<T extends { id: string }>(list: readonly T[], asked: readonly string[], came: readonly T[]): T[] {
  const fresh = new Map(came.map((item) => [item.id, item]));
  const gone = new Set(asked.filter((id) => !fresh.has(id)));
  const patched = list.flatMap((item) => {
    const now = fresh.get(item.id) ?? item;
    fresh.delete(item.id);
    return gone.has(item.id) ? [] : [now];
  });
  return [...patched, ...fresh.values()];
}

import { create } from 'zustand';

/** The row that the keyboard was on last, and in which list. */
const usePlace = create<{ list: string; at: number }>()(() => ({ list: '', at: 0 }));

/**
 * The row of a list that the keyboard is on, by its index. It outlives the panel: who opens a hit and comes back goes on from
 * there. `list` names what is listed; another begins at its first row.
 */
export function useListPlace(list: string): [number, (at: number) => void] {
  const at = usePlace((place) => (place.list === list ? place.at : 0));
  return [at, (next) => usePlace.setState({ list, at: next })];
}

import { useSyncExternalStore } from 'react';
import { useSearchSession } from '../search-session.ts';

/** Windows with room for what narrows a search beside what is found, in CSS pixels; a line of a concordance wants more. */
const roomy = { results: matchMedia('(min-width: 760px)'), concordance: matchMedia('(min-width: 1101px)') };

/** Whether what narrows the search stands beside what is found: as was chosen, or else where there is room. */
export function useNarrowing(): { isShown: boolean; toggle: () => void } {
  const view = useSearchSession((session) => session.view);
  const chosen = useSearchSession((session) => session.narrowing);
  const room = roomy[view];
  const hasRoom = useSyncExternalStore(
    (listener) => {
      room.addEventListener('change', listener);
      return () => room.removeEventListener('change', listener);
    },
    () => room.matches,
  );
  const isShown = chosen ?? hasRoom;
  return { isShown, toggle: () => useSearchSession.setState({ narrowing: !isShown }) };
}

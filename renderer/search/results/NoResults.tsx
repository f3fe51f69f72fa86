import type { SearchQuery } from '../../../contract/index.ts';
import { Button } from '../../ui/index.ts';
import { anyOf, fieldsIn, leaveOut } from '../box/query-text.ts';
import { useSearchSession } from '../search-session.ts';
import styles from './NoResults.module.css';

/** Says that nothing was found, and offers what may help. */
export function NoResults({ query: { text, kinds, documentId }, onTake }: { query: SearchQuery; onTake: (text: string) => void }) {
  const fields = fieldsIn(text).filter((place) => leaveOut(text, place) !== '');
  const isLimited = kinds !== undefined || documentId !== undefined;
  const any = anyOf(text);
  const loose = text.replace(/["“”„«»]/gu, '');
  return (
    <div className={styles.nothing}>
      <p className={styles.words}>Nothing has “{text.trim()}”.</p>
      {isLimited || fields.length > 0 || loose !== text || any !== null ? null : (
        <p>Try another form of it, or its beginning with an asterisk: sanction*</p>
      )}
      <div className={styles.actions}>
        {isLimited ? (
          <Button onPress={() => useSearchSession.setState({ kind: 'all', inDocument: false })}>Search everywhere</Button>
        ) : null}
        {fields.map((place) => (
          <Button key={place.start} onPress={() => onTake(leaveOut(text, place))}>
            Without {text.slice(place.start, place.end)}
          </Button>
        ))}
        {any === null ? null : <Button onPress={() => onTake(any)}>Any of these words</Button>}
        {loose === text || loose.trim() === '' ? null : <Button onPress={() => onTake(loose)}>In any form and order</Button>}
      </div>
    </div>
  );
}

import { Button } from 'react-aria-components';
import styles from './ExampleButton.module.css';

/** A query that a press tries. */
export function ExampleButton({ query, onTake }: { query: string; onTake: (text: string) => void }) {
  return (
    <Button className={styles.example ?? ''} onPress={() => onTake(query)}>
      {query}
    </Button>
  );
}

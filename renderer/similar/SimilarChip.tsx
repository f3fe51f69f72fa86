import { Copy } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Tooltip } from '../ui/index.ts';
import styles from './SimilarChip.module.css';
import { nearDuplicates } from './similar-words.ts';
import { useSimilar } from './use-similar.ts';

interface SimilarChipProps {
  documentId: string;
  onPress: () => void;
}

/** Says how many near-duplicates of a document the library has; nothing where it has none. */
export function SimilarChip({ documentId, onPress }: SimilarChipProps) {
  const { length } = useSimilar(documentId);
  if (length === 0) return null;
  return (
    <Tooltip label="The same text elsewhere in the library: copies are one source">
      <Button className={styles.chip ?? ''} onPress={onPress}>
        <Copy aria-hidden size={12} />
        {nearDuplicates(length)}
      </Button>
    </Tooltip>
  );
}

import { useMemo } from 'react';
import type { BibliographyItem } from '../../../contract/index.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { baseName } from '../../versions/words.ts';
import { OutcomeList, type OutcomeRow } from '../OutcomeList.tsx';
import { filledWords } from '../report-rows.ts';
import type { ReferencesQuestion } from './question.ts';
import styles from './ReferencesDialog.module.css';

const labels: Record<BibliographyItem['outcome'], string> = {
  failed: 'Not readable',
  filled: 'Fills in',
  made: 'New document',
  unchanged: 'No change',
};

/** What a list of references would fill in and make, before it does. */
export function ReferencesDialog({ question: { name, preview, answer } }: { question: ReferencesQuestion }) {
  const rows = useMemo(() => preview.items.map(rowOf), [preview]);
  const changes = preview.items.some(({ outcome }) => outcome === 'made' || outcome === 'filled');
  return (
    <Dialog
      title={`References of ${baseName(name)}`}
      size="l"
      onClose={() => answer('cancel')}
      footer={
        <>
          <Button variant="quiet" onPress={() => answer('cancel')}>
            Cancel
          </Button>
          <Button variant="primary" onPress={() => answer('import')} isDisabled={!changes} autoFocus={changes}>
            Import references
          </Button>
        </>
      }
    >
      <p className={styles.words}>{changes ? explained : 'There is nothing in it that the notebook does not know already.'}</p>
      <OutcomeList label="References" rows={rows} labels={labels} />
    </Dialog>
  );
}

const explained =
  'References about a document of the library fill in what is empty of its source; the others make documents without text, for what you know of but do not have.';

function rowOf({ key, title, outcome, fields, message }: BibliographyItem): OutcomeRow<BibliographyItem['outcome']> {
  const words =
    outcome === 'filled' ? filledWords(fields) : outcome === 'unchanged' ? message || 'Its document says all of it already.' : message;
  return { outcome, title: title || key || 'A reference without a name', name: key, documentId: null, words };
}

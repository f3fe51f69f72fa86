import { type KeyboardEvent, useState } from 'react';
import { useEngine } from '../../engine/engine.tsx';
import { Button, Dialog, InlineError } from '../../ui/index.ts';
import { Segmented } from '../../versions/Segmented.tsx';
import { baseName } from '../../versions/words.ts';
import type { TableQuestion } from './question.ts';
import styles from './TableDialog.module.css';
import { TableExamples } from './TableExamples.tsx';
import { TableGrid } from './TableGrid.tsx';
import { TableOptions } from './TableOptions.tsx';
import { documentsWords, warningsOf } from './table-words.ts';
import { useTablePreview } from './useTablePreview.ts';

/** How a table is to be read, with what would come of it: a row a document. */
export function TableDialog({ question }: { question: TableQuestion }) {
  const engine = useEngine();
  const { file, others, canSkip, answer } = question;
  const { preview, reading, change, isWaiting, problem } = useTablePreview(engine, question);
  const [forAlike, setForAlike] = useState(true);
  const chosen = {
    columns: reading.columns ?? preview.reading.columns,
    leftOut: reading.leftOut ?? preview.reading.leftOut,
  };
  const hasText = chosen.columns.title !== undefined || chosen.columns.text !== undefined;
  // Columns that were chosen hold whatever is still being asked; a guess at them must have come.
  const isReady = problem === null && preview.documents > 0 && (!isWaiting || reading.columns !== undefined);
  const take = () => {
    if (isReady) answer({ reading: { ...reading, ...chosen }, forAlike: others > 0 && forAlike });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) take();
  };

  return (
    <Dialog
      title={`Import ${baseName(file.name)}`}
      size="xl"
      onClose={() => answer('cancel')}
      footer={
        <>
          {others === 0 ? null : (
            <div className={styles.others}>
              <Segmented
                label="Other tables"
                value={forAlike ? 'alike' : 'ask'}
                onChange={(choice) => setForAlike(choice === 'alike')}
                choices={[
                  { id: 'alike', label: 'Others with these columns alike' },
                  { id: 'ask', label: 'Ask of each table' },
                ]}
              />
            </div>
          )}
          <Button variant="quiet" onPress={() => answer('cancel')}>
            Cancel
          </Button>
          {canSkip ? (
            <Button variant="quiet" onPress={() => answer('skip')}>
              Leave this one out
            </Button>
          ) : null}
          <Button variant="primary" onPress={take} isDisabled={!isReady} autoFocus>
            {problem === null ? `Import ${documentsWords(preview.documents)}` : 'Import'}
          </Button>
        </>
      }
    >
      {/* It hears a key before whatever in it has the focus: buttons keep Enter to themselves. */}
      <div className={styles.body} onKeyDownCapture={onKeyDown}>
        <TableOptions preview={preview} reading={reading} onChange={change} />
        {problem === null ? (
          <>
            <TableGrid preview={preview} chosen={chosen} onChange={(columns) => change({ ...reading, ...columns })} />
            <div className={styles.outcome} aria-busy={isWaiting} data-waiting={isWaiting || undefined}>
              <div className={styles.counts} role="status">
                <p className={styles.count}>{`${documentsWords(preview.documents)} will come in, a row each.`}</p>
                {[...warningsOf(preview, hasText), ...preview.notices].map((words) => (
                  <p key={words} className={styles.warning}>
                    {words}
                  </p>
                ))}
              </div>
              <TableExamples examples={preview.examples} />
            </div>
          </>
        ) : (
          <InlineError error={problem} />
        )}
      </div>
    </Dialog>
  );
}

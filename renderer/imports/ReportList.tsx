import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { ImportReport } from '../../contract/index.ts';
import { Segmented } from '../versions/Segmented.tsx';
import styles from './ReportList.module.css';
import { type Outcome, outcomes, type ReportRow, reportRows } from './report-rows.ts';

const labels: Record<Outcome | 'all', string> = {
  all: 'All',
  failed: 'Not imported',
  skipped: 'Already there',
  imported: 'Imported',
  cancelled: 'Cancelled',
};
const number = new Intl.NumberFormat();

/** What became of each file, to be narrowed to one outcome. */
export function ReportList({ report, onOpen }: { report: ImportReport; onOpen: (documentId: string) => void }) {
  const [chosen, setChosen] = useState<Outcome | 'all'>('all');
  const rows = useMemo(() => reportRows(report), [report]);
  const countOf = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const present = outcomes.filter((outcome) => countOf(outcome) > 0);
  // What was chosen may be gone from a report that goes on.
  const shown = chosen !== 'all' && present.includes(chosen) ? chosen : 'all';
  return (
    <>
      {present.length < 2 ? null : (
        <div className={styles.filter}>
          <Segmented
            label="Show"
            value={shown}
            onChange={setChosen}
            choices={[
              { id: 'all', label: `All ${number.format(rows.length)}` },
              ...present.map((outcome) => ({ id: outcome, label: `${labels[outcome]} ${number.format(countOf(outcome))}` })),
            ]}
          />
        </div>
      )}
      {rows.length === 0 ? null : <Rows rows={shown === 'all' ? rows : rows.filter(({ outcome }) => outcome === shown)} onOpen={onOpen} />}
    </>
  );
}

/** As many as there are; only those in sight are drawn. */
function Rows({ rows, onOpen }: { rows: readonly ReportRow[]; onOpen: (documentId: string) => void }) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => 46, overscan: 10 });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section ref={scroller} className={styles.scroller} tabIndex={0} aria-label="Files">
      <ul style={{ height: virtual.getTotalSize() }} className={styles.rows}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const { outcome, title, name, documentId, words } = row;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              <span className={styles.outcome} data-outcome={outcome}>
                {labels[outcome]}
              </span>
              <span className={styles.what}>
                {documentId === null ? (
                  <span className={styles.name} title={name}>
                    {title}
                  </span>
                ) : (
                  <button type="button" className={styles.open} onClick={() => onOpen(documentId)} title={name}>
                    {title}
                  </button>
                )}
                {title === name ? null : <span className={styles.file}>{name}</span>}
                {words === '' ? null : <span className={styles.why}>{words}</span>}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

// biome-ignore-all lint/a11y/useSemanticElements: rows that come and go as one scrolls are laid out by themselves, which no list element allows.

import { useState } from 'react';
import { useVirtualRows, VirtualRows } from '../ui/index.ts';
import { Segmented } from '../versions/Segmented.tsx';
import styles from './ReportList.module.css';

/** A line of what became of something, or would. */
export interface OutcomeRow<K extends string> {
  outcome: K;
  title: string;
  /** Where it comes from; not drawn where it is the title. */
  name: string;
  /** Null where there is nothing to open. */
  documentId: string | null;
  /** Why, or what to know of it; empty where nothing is to be said. */
  words: string;
}

interface OutcomeListProps<K extends string> {
  /** What the rows are, for those who do not see them. */
  label: string;
  rows: readonly OutcomeRow<K>[];
  /** The outcomes in the order in which they are offered. */
  labels: Readonly<Record<K, string>>;
  onOpen?: (documentId: string) => void;
}

const number = new Intl.NumberFormat();

/** What became of each of many, to be narrowed to one outcome. */
export function OutcomeList<K extends string>({ label, rows, labels, onOpen }: OutcomeListProps<K>) {
  const [chosen, setChosen] = useState('all');
  const countOf = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const present = Object.entries<string>(labels).filter(([outcome]) => countOf(outcome) > 0);
  // What was chosen may be gone from a report that goes on.
  const shown = present.some(([outcome]) => outcome === chosen) ? chosen : 'all';
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
              ...present.map(([outcome, words]) => ({ id: outcome, label: `${words} ${number.format(countOf(outcome))}` })),
            ]}
          />
        </div>
      )}
      {rows.length === 0 ? null : (
        <Rows
          label={label}
          rows={shown === 'all' ? rows : rows.filter(({ outcome }) => outcome === shown)}
          labels={labels}
          {...(onOpen === undefined ? {} : { onOpen })}
        />
      )}
    </>
  );
}

/** As many as there are; only those in sight are drawn. */
function Rows<K extends string>({ label, rows, labels, onOpen }: OutcomeListProps<K>) {
  const list = useVirtualRows({ rows, idOf, rowHeight: 46, isMeasured: true });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section ref={list.scroller} className={styles.scroller} tabIndex={0} aria-label={label}>
      <div role="list">
        <VirtualRows list={list}>
          {({ outcome, title, name, documentId, words }, index) => (
            <div role="listitem" className={styles.row} aria-setsize={rows.length} aria-posinset={index + 1}>
              <span className={styles.outcome} data-outcome={outcome}>
                {labels[outcome]}
              </span>
              <span className={styles.what}>
                {documentId === null || onOpen === undefined ? (
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
            </div>
          )}
        </VirtualRows>
      </div>
    </section>
  );
}

/** A report grows at its end alone. */
function idOf(_row: unknown, index: number): number {
  return index;
}

import type { TablePreview, TableReading } from '../../../contract/index.ts';
import { useAsk } from '../../engine/engine.tsx';
import { Select } from '../../ui/index.ts';
import styles from './TableDialog.module.css';

const delimiters = [
  { id: ',', label: 'Comma' },
  { id: ';', label: 'Semicolon' },
  { id: '\t', label: 'Tab' },
  { id: '|', label: 'Bar' },
];

interface TableOptionsProps {
  preview: TablePreview;
  reading: TableReading;
  onChange: (reading: TableReading) => void;
}

/** How a table is written: its sheet, its encoding, what parts its cells, whether it begins with names. */
export function TableOptions({ preview, reading, onChange }: TableOptionsProps) {
  const { data: encodings = [] } = useAsk('imports.encodings', {});
  const { sheet, delimiter, encoding, hasNames, slashDates } = { ...preview.reading, ...reading };
  // The columns are others then, and guessed anew.
  const { columns: _columns, leftOut: _leftOut, ...written } = reading;
  const known = delimiters.some(({ id }) => id === delimiter);
  return (
    <div className={styles.options}>
      {sheet === null || preview.sheets.length < 2 ? null : (
        <Select
          label="Sheet"
          choices={preview.sheets.map((name) => ({ id: name, label: name }))}
          value={sheet ?? ''}
          onChange={(chosen) => onChange({ ...written, sheet: chosen })}
        />
      )}
      <Select
        label="First row"
        choices={[
          { id: 'names', label: 'Names of the columns' },
          { id: 'row', label: 'A row as the others' },
        ]}
        value={hasNames ? 'names' : 'row'}
        onChange={(chosen) => onChange({ ...written, hasNames: chosen === 'names' })}
      />
      {delimiter === null || delimiter === undefined ? null : (
        <Select
          label="Cells parted by"
          choices={known ? delimiters : [...delimiters, { id: delimiter, label: delimiter }]}
          value={delimiter}
          onChange={(chosen) => onChange({ ...written, delimiter: chosen })}
        />
      )}
      {encoding === null || encoding === undefined ? null : (
        <Select
          label="Encoding"
          choices={encodings.map(({ label, name }) => ({ id: label, label: name }))}
          value={encoding}
          onChange={(chosen) => onChange({ ...written, encoding: chosen })}
        />
      )}
      {preview.undated === 0 && reading.slashDates === undefined ? null : (
        <Select
          label="Dates such as 5/12/2026"
          choices={[
            { id: 'guess', label: 'As others in the table tell' },
            { id: 'day-first', label: 'The day first' },
            { id: 'month-first', label: 'The month first' },
          ]}
          value={reading.slashDates === undefined ? 'guess' : (slashDates ?? 'guess')}
          onChange={(chosen) => {
            const { slashDates: _before, ...rest } = reading;
            onChange(chosen === 'guess' ? rest : { ...rest, slashDates: chosen });
          }}
        />
      )}
    </div>
  );
}

import Papa from 'papaparse';
import { ArmillaryError } from '../../../../contract/index.ts';
import { decodeText } from '../encodings/decode.ts';
import { normaliseText } from '../normalise.ts';
import { boundRows, mostRows, type Sheet } from './sheet.ts';

/** How a person wants a table in text read; what is left out is guessed. */
export interface TextOptions {
  encoding?: string | undefined;
  delimiter?: string | undefined;
}

/** What parts the cells of a CSV file, by country and program. */
const delimiters = [',', ';', '\t', '|'];

/** Rows by which the delimiter is guessed. */
const sampleRows = 50;

/** A table in text: CSV by whatever its cells are parted with, or TSV. */
export function readDelimited(bytes: Uint8Array, kind: 'csv' | 'tsv', { encoding: chosen, delimiter: wanted }: TextOptions): Sheet {
  const { text, encoding } = decodeText(bytes, { mayDeclare: false, encoding: chosen });
  const decoded = normaliseText(text);
  // Excel's own word for it, on a line above the table.
  const [said = '', named] = /^sep=(.)\n/.exec(decoded) ?? [];
  const delimiter = wanted ?? (kind === 'tsv' ? '\t' : (named ?? guessDelimiter(decoded)));
  const { data, errors } = Papa.parse<string[]>(decoded.slice(said.length), {
    delimiter,
    newline: '\n',
    preview: mostRows + 1_000,
  });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  if (open !== undefined) {
    throw new ArmillaryError(
      'invalid',
      `A quotation mark in row ${(open.row ?? 0) + 1} is never closed, so the table is cut short or damaged. Nothing was imported. Close it, or save the table again, and import that.`,
    );
  }
  boundRows(data.length);
  const rows = data.map((row) => row.map((cell) => cell.trim()));
  // The line end at the end of a file is no row.
  if (rows.at(-1)?.every((cell) => cell === '')) rows.pop();
  return { rows, sheet: null, sheets: [], delimiter, encoding, notices: [] };
}

/** The one that parts most rows into the same number of cells; of those that do so alike, into more. */
function guessDelimiter(text: string): string {
  const judged = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: sampleRows, skipEmptyLines: 'greedy' });
    const counts = new Map<number, number>();
    for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [width, rows] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? [1, 0];
    return { delimiter, width, share: rows / Math.max(1, data.length) };
  });
  judged.sort((left, right) => right.share - left.share || right.width - left.width);
  return judged[0]?.delimiter ?? ',';
}

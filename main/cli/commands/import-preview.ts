import { readFile } from 'node:fs/promises';
import { ArmillaryError, isReferencesName, type TablePreview, type TableReading } from '../../../contract/index.ts';
import { count, lines, type Outcome } from '../outcome.ts';
import { withProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { unreadable } from '../unreadable.ts';
import { importReferences } from './bibliography.ts';

/** Says what would come of tables and lists of references, and changes nothing. */
export async function previewImport(session: Session, paths: readonly string[], reading: TableReading = {}): Promise<Outcome> {
  const shown: Outcome[] = [];
  for (const path of paths) {
    const preview = isReferencesName(path) ? previewReferences(session, path) : previewTable(session, path, reading);
    shown.push(await preview);
  }
  return {
    json: { previews: shown.map(({ json }) => json) },
    text: shown.map(({ text }) => text).join('\n'),
    done: shown.every(({ done }) => done),
  };
}

async function previewReferences(session: Session, path: string): Promise<Outcome> {
  const { json, text, done } = await importReferences(session, path, { preview: true });
  return { json: { path, references: json }, text: lines([path]) + text, done };
}

async function previewTable({ engine, signal }: Session, path: string, reading: TableReading): Promise<Outcome> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  const params = { file: { name: path, bytes }, reading };
  try {
    const table = await withProgress(signal, (options) => engine.call('imports.previewTable', params, options));
    return { json: { path, table }, text: lines([path, ...linesOf(table)]), done: table.documents > 0 || table.known > 0 };
  } catch (error) {
    throw error instanceof ArmillaryError ? new ArmillaryError(error.kind, `${path}: ${error.message}`, error.details) : error;
  }
}

function linesOf({ names, reading, examples, notices, ...counts }: TablePreview): string[] {
  const { columns, leftOut } = reading;
  const assigned = Object.entries(columns);
  const below = names.filter((name) => !leftOut.includes(name) && !Object.values(columns).includes(name));
  return [
    ...factsOf(reading).map(([fact, value]) => `  ${fact.padEnd(15)}${value}`),
    ...assigned.map(([field, name]) => `  ${field.padEnd(15)}${name}`),
    ...(below.length === 0 ? [] : [`  below the text ${below.join(', ')}`]),
    ...(leftOut.length === 0 ? [] : [`  left out       ${leftOut.join(', ')}`]),
    ...countsOf(counts).map((words) => `  ${words}`),
    ...notices.map((notice) => `  ${notice}`),
    ...examples.flatMap(({ title, author, publisher, published, language, text, below }) => [
      '',
      `  ${title}`,
      `  ${[author, publisher, published ?? '', language].filter((part) => part !== '').join(' · ')}`,
      ...[...text.split('\n'), ...below.map(([column, value]) => `${column}: ${value}`)].map((line) => `  │ ${line}`),
    ]),
    '',
    `  --map ${JSON.stringify(assigned.map((pair) => pair.join('=')).join(','))}`,
  ];
}

function factsOf({ hasNames, sheet, delimiter, encoding }: TablePreview['reading']): [string, string][] {
  const facts: [string, string | null][] = [
    ['sheet', sheet],
    ['encoding', encoding],
    ['delimiter', delimiter === '\t' ? 'tab' : delimiter],
    ['first row', hasNames ? 'names of the columns' : 'a row as the others'],
  ];
  return facts.flatMap(([fact, value]): [string, string][] => (value === null ? [] : [[fact, value]]));
}

function countsOf({
  total,
  documents,
  known,
  blank,
  withoutText,
  undated,
}: Omit<TablePreview, 'names' | 'reading' | 'examples' | 'notices'>): string[] {
  const some: [number, string][] = [
    [known, 'of them in the notebook already'],
    [blank, 'of them left out: neither title nor text'],
    [withoutText, 'documents with their title for a text'],
    [undated, 'dates that cannot be read stand below the text'],
  ];
  return [
    `${count(total, 'row')}, ${count(documents, 'document')} would come in`,
    ...some.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`),
  ];
}

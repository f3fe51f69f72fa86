import { type Command, InvalidArgumentError, Option } from 'commander';
import { SlashDates, TableField, type TableReading } from '../../contract/index.ts';

/** What the terminal takes of how tables are read. */
export interface TableOptions {
  map?: Pick<TableReading, 'columns' | 'leftOut'>;
  sheet?: string;
  delimiter?: string;
  encoding?: string;
  names?: 'yes' | 'no';
  dates?: SlashDates;
}

const fields = TableField.options.join(', ');

/** Gives a command the options of how tables are read. */
export function addTableOptions(command: Command): Command {
  return command
    .option(
      '--map <columns>',
      `of tables, which column is what, as title=Headline,text=Body (${fields}; none leaves one out); others stand below the text`,
      readMap,
    )
    .option('--sheet <name>', 'of workbooks (default: the first with anything in it)')
    .option('--delimiter <sign>', 'what parts the cells of a table in text, or tab (default: guessed)', readDelimiter)
    .option('--encoding <name>', 'of tables in text (default: guessed)')
    .addOption(new Option('--names <answer>', 'whether a table’s first row names its columns (default: guessed)').choices(['yes', 'no']))
    .addOption(
      new Option('--dates <order>', 'of dates such as 5/12/2026 (default: as others in the table tell)').choices(SlashDates.options),
    );
}

/** The options as the engine takes them; undefined where all is to be guessed. */
export function readingOf({ map, sheet, delimiter, encoding, names, dates }: TableOptions): TableReading | undefined {
  const reading = {
    ...map,
    ...(sheet !== undefined && { sheet }),
    ...(delimiter !== undefined && { delimiter }),
    ...(encoding !== undefined && { encoding }),
    ...(names !== undefined && { hasNames: names === 'yes' }),
    ...(dates !== undefined && { slashDates: dates }),
  };
  return Object.keys(reading).length === 0 ? undefined : reading;
}

/** `title=Headline,text=Body`. A comma parts two only before a field, since it may stand in a column's name. */
function readMap(value: string, before: TableOptions['map'] = {}): TableOptions['map'] {
  const columns = { ...before.columns };
  const leftOut = [...(before.leftOut ?? [])];
  for (const pair of value.split(/,(?=\s*[a-z]+\s*=)/)) {
    const [, key = '', name = ''] = /^\s*([a-z]+)\s*=\s*(.+?)\s*$/.exec(pair) ?? [];
    const field = TableField.safeParse(key);
    if (name === '' || !(field.success || key === 'none')) {
      throw new InvalidArgumentError(`It must be fields with their columns, as title=Headline,text=Body. Fields are: ${fields}, none.`);
    }
    if (field.success) columns[field.data] = name;
    else leftOut.push(name);
  }
  return { columns, ...(leftOut.length > 0 && { leftOut }) };
}

function readDelimiter(value: string): string {
  const sign = value === 'tab' || value === '\\t' ? '\t' : value;
  if (sign.length !== 1) throw new InvalidArgumentError('It must be one sign, as ";", or tab.');
  return sign;
}

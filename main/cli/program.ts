import { Command, InvalidArgumentError, Option } from 'commander';
import { Color, ConcordanceSort, SearchQuery, SearchSort } from '../../contract/index.ts';
import { readVersion } from '../host/version.ts';
import { importAliases, listAliases } from './commands/aliases.ts';
import { check } from './commands/check.ts';
import { type ConcordanceOptions, concordance } from './commands/concordance.ts';
import { listDocuments } from './commands/documents.ts';
import { type ExportOptions, exportTo, formats } from './commands/export.ts';
import { importPaths } from './commands/import.ts';
import { previewImport } from './commands/import-preview.ts';
import { showNew } from './commands/new.ts';
import { listPassages, type PassagesOptions } from './commands/passages.ts';
import { type SearchOptions, search, searchable } from './commands/search.ts';
import { type ServeOptions, serveWindow } from './commands/serve.ts';
import { addSphere, listSpheres } from './commands/spheres.ts';
import { type TagOptions, tag } from './commands/tag.ts';
import { showText } from './commands/text.ts';
import { type UpdateOptions, update } from './commands/update.ts';
import { listVersions, type VersionsOptions } from './commands/versions.ts';
import { watchAndImport } from './commands/watch.ts';
import type { Outcome } from './outcome.ts';
import { type Session, withNotebook } from './session.ts';
import { addSourceCommands, readCredibilities, readEventOption, readReliabilities } from './source-commands.ts';
import { addTableOptions, readingOf, type TableOptions } from './table-options.ts';

interface GlobalOptions {
  notebook?: string;
  json?: true;
}

/** The terminal's commands. `finish` is given what each has to say; errors are thrown. */
export function createProgram(finish: (outcome: Outcome) => void): Command {
  const program: Command = new Command('armillary')
    .description('Tag passages of documents by sphere, write notes, find anything again, export. Everything lives in one notebook file.')
    .version(readVersion(), '--version')
    .option('--notebook <file>', 'the notebook’s file; every command needs it')
    .option('--json', 'one JSON document on stdout')
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError('“armillary help” lists the commands and their options.')
    .exitOverride();

  /** What is said as it comes about; with --json, all is said at the end. */
  const print = (text: string) => {
    if (!program.opts<GlobalOptions>().json) process.stdout.write(text);
  };

  const inNotebook = async (work: (session: Session) => Promise<Outcome>, mode: 'create' | 'open' = 'open') => {
    const { notebook } = program.opts<GlobalOptions>();
    if (notebook === undefined) program.error('error: which notebook? Name its file with --notebook FILE.');
    finish(await withNotebook(notebook, mode, work));
  };

  /** `-word` leaves a word out of what is searched for, and so is no option. */
  const queryOf = (words: readonly string[]): string => {
    const mistyped = words.find((word) => word.startsWith('--'));
    if (mistyped !== undefined) program.error(`error: unknown option '${mistyped}'`);
    return words.join(' ');
  };

  program
    .command('new')
    .description('make a notebook')
    .action(() => inNotebook(showNew, 'create'));
  addTableOptions(
    program
      .command('import')
      .description('import files; folders are walked')
      .argument('<path...>')
      .option('--preview', 'say what would come of tables and of lists of references, change nothing'),
  ).action((paths: string[], { preview = false, ...options }: TableOptions & { preview?: boolean }) =>
    inNotebook((session) =>
      preview ? previewImport(session, paths, readingOf(options)) : importPaths(session, paths, print, readingOf(options)),
    ),
  );
  program
    .command('watch')
    .description('import a folder, and each file that comes into it, until Ctrl+C')
    .argument('<folder>')
    .action((folder: string) => inNotebook((session) => watchAndImport(session, folder, print)));
  program
    .command('documents')
    .description('list the documents')
    .action(() => inNotebook(listDocuments));
  program
    .command('text')
    .description('the plain text that offsets count')
    .requiredOption('--document <id>')
    .action((options: { document: string }) => inNotebook((session) => showText(session, options)));
  program
    .command('update')
    .description('what a file would do to a document’s passages were it its new text; with --accept, makes it so')
    .argument('<path>')
    .requiredOption('--document <id>')
    .option(
      '--accept <score>',
      'from 0 to 1: passages found with this score or a better one stay anchored, the others become detached',
      readScore,
    )
    .action((path: string, options: UpdateOptions) => inNotebook((session) => update(session, path, options)));
  program
    .command('versions')
    .description('list a document’s versions')
    .requiredOption('--document <id>')
    .option('--remove <version>', 'delete this one, for good, before the others are listed')
    .action((options: VersionsOptions) => inNotebook((session) => listVersions(session, options)));

  const spheres = program
    .command('spheres')
    .description('list the spheres')
    .action(() => inNotebook(listSpheres));
  spheres
    .command('add')
    .description('add a sphere')
    .argument('<name>')
    .option('--color <color>', 'as #rrggbb; default: the next of a palette that colour-blind readers can tell apart', readColor)
    .option('--under <name>', 'the sphere it goes below')
    .action((name: string, options: { color?: string; under?: string }) => inNotebook((session) => addSphere(session, name, options)));

  program
    .command('tag')
    .description('put a quote of a document into spheres')
    .requiredOption('--document <id>')
    .requiredOption('--quote <text>', 'letter for letter')
    .option('--prefix <text>', 'what stands right before it')
    .option('--suffix <text>', 'what stands right after it')
    .requiredOption('--sphere <name...>', 'one or several; below another as parent/child')
    .option('--note <text>', 'a note on the passage, in Markdown')
    .action((options: TagOptions) => inNotebook((session) => tag(session, options)));
  program
    .command('passages')
    .description('list passages')
    .option('--document <id>', 'of this document')
    .option('--sphere <name>', 'in this sphere or below it; may be repeated', collect, [])
    .option('--reliability <letters>', 'of sources of these grades, as A,B', readReliabilities)
    .option('--credibility <digits>', 'of these grades, their own or their source’s, as 1,2', readCredibilities)
    .option('--from <date>', 'reporting what happened on this date or later, as "May 2024"', readEventOption)
    .option('--to <date>', 'reporting what happened on this date or earlier', readEventOption)
    .action((options: PassagesOptions) => inNotebook((session) => listPassages(session, options)));
  program
    .command('search')
    .description(
      'search documents, passages and notes: words, "phrases", OR, -not, (groups), prefix*, NEAR(a b, 10), sphere: title: author: published: …',
    )
    .argument('<query...>')
    .addOption(new Option('--in <kind>', 'search these alone').choices(Object.keys(searchable)))
    .option('--sphere <name>', 'in this sphere or below it; may be repeated', collect, [])
    .option('--without <name>', 'not the other names of this one; may be repeated', collect, [])
    .addOption(new Option('--sort <order>', 'default: relevance').choices(SearchSort.options))
    .option('--limit <number>', 'hits to show (default: 20)', readLimit)
    .allowUnknownOption()
    .action((words: string[], options: SearchOptions) => {
      const query = queryOf(words);
      return inNotebook((session) => search(session, query, options));
    });
  program
    .command('concordance')
    .description('every occurrence of a query in its surroundings, one a line')
    .argument('<query...>')
    .option('--without <name>', 'not the other names of this one; may be repeated', collect, [])
    .addOption(new Option('--sort <order>', 'by what stands there (default: document)').choices(ConcordanceSort.options))
    .option('--width <characters>', 'on either side, 10 to 200 (default: 40)', readWidth)
    .option('--limit <number>', 'lines at most (default: 2000)', readLines)
    .allowUnknownOption()
    .action((words: string[], options: ConcordanceOptions) => {
      const query = queryOf(words);
      return inNotebook((session) => concordance(session, query, options));
    });
  const aliases = program
    .command('aliases')
    .description('list the names that stand for the same')
    .action(() => inNotebook(listAliases));
  aliases
    .command('import')
    .description('take in a table (CSV, TSV): a group of names a row, a name a cell')
    .argument('<path>')
    .action((path: string) => inNotebook((session) => importAliases(session, path)));
  program
    .command('export')
    .description('write tagged notes to a file')
    .addOption(new Option('--format <format>').choices(Object.keys(formats)).makeOptionMandatory())
    .addOption(new Option('--document <id>', 'of this document').conflicts('sphere'))
    .option('--sphere <name...>', 'in these spheres or below them')
    .requiredOption('--out <path>', 'a file, or a folder to put it in')
    .action(({ sphere = [], ...options }: Omit<ExportOptions, 'sphere'> & { sphere?: string[] }) =>
      inNotebook((session) => exportTo(session, { ...options, sphere })),
    );
  addSourceCommands(program, inNotebook);
  program
    .command('check')
    .description('check the notebook’s integrity, and every passage against its document’s text')
    .action(() => inNotebook(check));
  program
    .command('serve')
    .description('open the window in a browser, on 127.0.0.1 alone')
    .option('--port <number>', 'default: a free one', readPort)
    .option('--no-open', 'print the address, open no browser')
    .action((options: ServeOptions) => serveWindow(program.opts<GlobalOptions>().notebook, options, finish));
  return program;
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}

function readColor(value: string): string {
  const color = Color.safeParse(value);
  if (!color.success) throw new InvalidArgumentError('It must be a colour as #rrggbb.');
  return color.data;
}

function readLimit(value: string): number {
  const limit = SearchQuery.shape.limit.safeParse(Number(value));
  if (!limit.success || value.trim() === '') throw new InvalidArgumentError('It must be a number from 1 to 500.');
  return limit.data;
}

function readWidth(value: string): number {
  return readWhole(value, 10, 200);
}

function readLines(value: string): number {
  return readWhole(value, 1, 20_000);
}

function readWhole(value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
  return number;
}

function readScore(value: string): number {
  const score = Number(value);
  if (!/^\d*\.?\d+$/.test(value) || score > 1) throw new InvalidArgumentError('It must be a number from 0 to 1.');
  return score;
}

function readPort(value: string): number {
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}

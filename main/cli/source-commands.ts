import { type Command, InvalidArgumentError, Option } from 'commander';
import { BibliographyFormat, Credibility, Reliability, readEvent } from '../../contract/index.ts';
import { exportReferences, importReferences, type ReferencesOptions } from './commands/bibliography.ts';
import { type GradeOptions, grade } from './commands/grade.ts';
import { listSimilar, type SimilarOptions } from './commands/similar.ts';
import { verify } from './commands/verify.ts';
import type { Outcome } from './outcome.ts';
import type { Session } from './session.ts';

type InNotebook = (work: (session: Session) => Promise<Outcome>) => Promise<void>;

/** The commands about where documents came from and how much their reports are worth. */
export function addSourceCommands(program: Command, inNotebook: InNotebook): void {
  program
    .command('grade')
    .description('grade passages on the Admiralty scale, date what they report')
    .argument('<passage...>', 'ids')
    .option('--credibility <digit>', '1 confirmed … 6 cannot be judged; none: as its source', readOwnCredibility)
    .option('--event <date>', '2024, "May 2024", 2024-05-12, "spring 2024", 2024-05/2024-07; none: no date', readOwnEvent)
    .action((ids: string[], options: GradeOptions) => inNotebook((session) => grade(session, ids, options)));
  program
    .command('verify')
    .description('check a document’s original against the SHA-256 taken when it came in')
    .requiredOption('--document <id>')
    .action((options: { document: string }) => inNotebook((session) => verify(session, options)));
  program
    .command('similar')
    .description('list groups of near-duplicates: one story in several papers is one source')
    .option('--document <id>', 'only the group of this one')
    .action((options: SimilarOptions) => inNotebook((session) => listSimilar(session, options)));

  const bibliography = program.command('bibliography').description('exchange references with Zotero and others: RIS, BibTeX, CSL-JSON');
  bibliography
    .command('import')
    .description('fill in the sources of documents that references are about, make documents of the others')
    .argument('<path>')
    .option('--preview', 'say what would be done, change nothing')
    .action((path: string, options: { preview?: boolean }) => inNotebook((session) => importReferences(session, path, options)));
  bibliography
    .command('export')
    .description('write references to the documents')
    .addOption(new Option('--format <format>').choices(BibliographyFormat.options).makeOptionMandatory())
    .addOption(new Option('--document <id>', 'to this document').conflicts('sphere'))
    .option('--sphere <name...>', 'to those with passages in these spheres or below them')
    .requiredOption('--out <path>', 'a file, or a folder to put it in')
    .action(({ sphere = [], ...options }: Omit<ReferencesOptions, 'sphere'> & { sphere?: string[] }) =>
      inNotebook((session) => exportReferences(session, { ...options, sphere })),
    );
}

export function readReliabilities(value: string): Reliability[] {
  const read = Reliability.array().safeParse(value.toUpperCase().split(','));
  if (!read.success) throw new InvalidArgumentError('It must be letters from A to F, as A,B.');
  return read.data;
}

export function readCredibilities(value: string): Credibility[] {
  const read = Credibility.array().safeParse(value.split(',').map(Number));
  if (!read.success) throw new InvalidArgumentError('It must be digits from 1 to 6, as 1,2.');
  return read.data;
}

export function readEventOption(value: string): string {
  const event = readEvent(value);
  if (event === null) throw new InvalidArgumentError('It must be a date as 2024, "May 2024", 2024-05-12 or "spring 2024".');
  return event;
}

/** Not null for none: commander would make an empty text of it. */
function readOwnCredibility(value: string): Credibility | 'none' {
  const credibility = Credibility.safeParse(Number(value));
  if (value !== 'none' && !credibility.success) throw new InvalidArgumentError('It must be a digit from 1 to 6, or none.');
  return credibility.data ?? 'none';
}

function readOwnEvent(value: string): string {
  return value === 'none' ? value : readEventOption(value);
}

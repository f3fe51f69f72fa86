import type { Database } from 'better-sqlite3';
import type { Answer, MethodName, Noun, Parsed, Progress, StepId } from '../../../contract/index.ts';
import type { GrantedPath } from '../ports.ts';
import type { Touched } from './steps.ts';

/** The call that long work is done for: it can be cancelled, and is told how far the work is. */
export type Running = Pick<Context, 'signal' | 'progress'>;

/** What a handler works with: the notebook's database, and the call it answers. */
export interface Context {
  readonly db: Database;
  /** The path of the notebook's file. */
  readonly file: string;
  /** The analyst at work: who tags and writes. */
  readonly analystId: string;
  /** ISO 8601 in UTC. */
  now(): string;
  /** A UUIDv7; later ones sort after earlier ones. */
  newId(): string;
  /** The paths that the host let its clients name by this grant; undefined where it let none. */
  granted(grant: string): readonly GrantedPath[] | undefined;
  /** Aborted when the caller cancels. Long work calls `signal.throwIfAborted()` between items. */
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
  /** Lets other calls be answered (and a cancel arrive) between two items of long work. */
  breathe(): Promise<void>;
  /**
   * Runs `work` in one IMMEDIATE transaction; afterwards, still inside it, brings the search index up to date. When it is
   * on disk, tells every client what changed. Synchronous: nothing else runs in between. Throwing rolls everything back.
   * Nested calls join the outer transaction.
   */
  write<T>(work: (change: Change) => T): T;
  /**
   * Begins a transaction that stays open while other calls are answered: they see what it did so far. One that writes has it
   * ended first. `last` is what is done in it when it ends, whoever ends it.
   */
  begin(last: () => void): OpenTransaction;
  /** Tells every client of documents that transactions made without saying so, because each client then asks for them. */
  tell(documents: readonly ChangedDocument[]): void;
  /**
   * As `write`, and remembers how to take it back. A deed of several transactions gives each but the first the step that it
   * goes on with: they are taken back as one.
   */
  step<T>(label: string, work: (change: Change) => T, goesOn?: StepId): { value: T; step: StepId };
  /** Does what taking a step back needs to have done before its transaction; most steps need nothing, and then it is null. */
  prepareUndo(step: StepId): Promise<void> | null;
  /**
   * Takes a step back, in a transaction in which `after` then sees the rows it touched. Returns the step that does it
   * again. Throws `not-found` where the step is not known and `conflict` where something later stands on it.
   */
  undo(step: StepId, after?: (touched: Touched[], change: Change) => void): StepId;
}

/** `told`: the answer says what became of its passages. */
export interface ChangedDocument {
  id: string;
  revision: number;
  told?: true;
}

/** A transaction that goes on from one turn to the next. */
export interface OpenTransaction {
  isOpen(): boolean;
  /** Does more in it. Where that throws, nothing of the whole transaction is kept. */
  more(work: (change: Change) => void): void;
  /** Ends it, unless another call did: what it did is on disk. Throws where it could not be ended; nothing of it is kept then. */
  end(): void;
}

/** A transaction under way. */
export interface Change {
  /** Says what to tell the clients when it is on disk. Documents whose text or title changed are given with the revision they now have. */
  changed(noun: Noun, ...documents: ChangedDocument[]): void;
  /** As `changed`, where no passages look different for it but these. */
  changedPassages(noun: 'passages' | 'notes', passageIds: readonly string[]): void;
  /** Runs what is not the analyst's doing, so that no undo takes its rows back: keeping a version, say. */
  aside<T>(work: () => T): T;
  /**
   * Remembers what takes back a change that no logged row shows, the text of a document. It runs when the step is undone,
   * before the step's rows are changed back and as part of the step that does it again. What takes long is done by `prepare`,
   * outside the transaction; `work` must then see whether it still holds.
   */
  onUndo(work: () => void, prepare?: (running: Running) => Promise<void>): void;
}

export type Handler<M extends MethodName> = (context: Context, params: Parsed<M>) => Answer<M> | Promise<Answer<M>>;

/** The handlers of one noun: every method that begins with its name. */
export type Handlers<N extends string> = { [M in MethodName as M extends `${N}.${string}` ? M : never]: Handler<M> };

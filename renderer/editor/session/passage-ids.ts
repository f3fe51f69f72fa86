import { ArmillaryError, type EngineClient } from '../../../contract/index.ts';

/** Ids asked for at a time, and how few are left when more are. */
const atOnce = 20;
const few = 5;

/** Ids for new passages; the engine mints them ahead, so that none is waited for while one tags. */
export class PassageIds {
  readonly #engine: EngineClient;
  readonly #ids: string[] = [];

  constructor(engine: EngineClient) {
    this.#engine = engine;
  }

  async mint(): Promise<void> {
    const { ids } = await this.#engine.call('ids.mint', { count: atOnce });
    this.#ids.push(...ids);
  }

  async take(): Promise<string> {
    const id = this.#ids.shift() ?? (await this.mint().then(() => this.#ids.shift()));
    if (id === undefined) throw new ArmillaryError('internal', 'No passage was made: the notebook gave no id. Try again.');
    if (this.#ids.length < few) void this.mint();
    return id;
  }
}

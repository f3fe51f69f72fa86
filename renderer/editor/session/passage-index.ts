import type { Passage } from '../../../contract/index.ts';

/** Passages by their ids, of a list that is replaced whenever one of them changes. */
export class PassageIndex {
  #list: readonly Passage[] = [];
  #byId: ReadonlyMap<string, Passage> = new Map();

  find(list: readonly Passage[], id: string): Passage | undefined {
    if (this.#list !== list) {
      this.#list = list;
      this.#byId = new Map(list.map((passage) => [passage.id, passage]));
    }
    return this.#byId.get(id);
  }
}

import type { Segment } from '../../../../contract/index.ts';

/** One UTF-16 code unit of the text and the passages it belongs to. */
export interface Character {
  unit: string;
  ids: ReadonlySet<string>;
}

const nobody: ReadonlySet<string> = new Set();

export function charactersOf(text: string, ids: ReadonlySet<string> = nobody): Character[] {
  return text.split('').map((unit) => ({ unit, ids }));
}

/**
 * What a document says and which of its characters belong to which passage, by the documented rules, without an editor.
 * The ends of blocks are no characters here: turning blocks into others, splitting and joining them changes nothing.
 */
export class Oracle {
  readonly characters: readonly Character[];

  constructor(characters: readonly Character[]) {
    this.characters = characters;
  }

  get text(): string {
    return this.characters.map(({ unit }) => unit).join('');
  }

  slice({ start, end }: Segment): Character[] {
    return this.characters.slice(start, end);
  }

  has(id: string): boolean {
    return this.characters.some(({ ids }) => ids.has(id));
  }

  idsIn(segment: Segment): Set<string> {
    return new Set(this.slice(segment).flatMap(({ ids }) => Array.from(ids)));
  }

  /** What is put at a place belongs to the passages that hold both its sides: inside a passage, not at its outer edge. */
  insert(at: number, what: readonly Character[]): Oracle {
    const before = this.characters[at - 1]?.ids ?? nobody;
    const after = this.characters[at]?.ids ?? nobody;
    const both = Array.from(before).filter((id) => after.has(id));
    return this.#splice(
      { start: at, end: at },
      what.map(({ unit, ids }) => ({ unit, ids: new Set([...ids, ...both]) })),
    );
  }

  remove(segment: Segment): Oracle {
    return this.#splice(segment, []);
  }

  /** Corrected words belong to the passages that all of what they replace belonged to. */
  replace(segment: Segment, text: string): Oracle {
    const replaced = this.slice(segment);
    const shared = new Set([...(replaced[0]?.ids ?? nobody)].filter((id) => replaced.every(({ ids }) => ids.has(id))));
    return this.#splice(segment, charactersOf(text, shared));
  }

  mark(id: string, segment: Segment): Oracle {
    const marked = this.slice(segment).map(({ unit, ids }) => ({ unit, ids: new Set([...ids, id]) }));
    return this.#splice(segment, marked);
  }

  unmark(id: string): Oracle {
    return new Oracle(this.characters.map(({ unit, ids }) => ({ unit, ids: new Set([...ids].filter((other) => other !== id)) })));
  }

  #splice({ start, end }: Segment, put: readonly Character[]): Oracle {
    return new Oracle([...this.characters.slice(0, start), ...put, ...this.characters.slice(end)]);
  }
}

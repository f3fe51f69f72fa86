import { $getLexicalContent, $insertDataTransferForRichText } from '@lexical/clipboard';
import {
  $setCompositionKey,
  COMPOSITION_END_TAG,
  COMPOSITION_START_COMMAND,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DELETE_CHARACTER_COMMAND,
  DROP_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  OUTDENT_CONTENT_COMMAND,
  PASTE_TAG,
} from 'lexical';
import type { Segment } from '../../../../contract/index.ts';
import { findAll } from '../../../../renderer/editor/find/find.ts';
import { setBlockType } from '../../../../renderer/editor/text/blocks.ts';
import { $setLink } from '../../../../renderer/editor/text/links.ts';
import { $replace, replaceable } from '../../../../renderer/editor/text/replace.ts';
import { $mark, $unmark, tidySegment } from '../../../../renderer/editor/text/stretch.ts';
import { $textMap } from '../../../../renderer/editor/text/text-map.ts';
import type { Act, ActThere } from './acts.ts';
import { Ledger } from './ledger.ts';
import { type Character, charactersOf, type Oracle } from './oracle.ts';
import { $caretText, $inBlankItem, $places, $range, $selectedIn, $selectPlaces, countedIn, pick } from './places.ts';

/** An editor with the program's own rules and history, and beside it what the documented rules say it must hold. */
export class Desk extends Ledger {
  #tagged = 0;
  #clipboard: { payload: string; characters: readonly Character[] } | null = null;
  /** Passages that the last cut took, wholly or in part. */
  #cut: ReadonlySet<string> = new Set();

  /** Does it in the editor, and to what the editor must hold. */
  async perform(act: Act): Promise<void> {
    if (act.kind === 'turn') {
      // What a cut took away may be back.
      if (await this.turn(act.direction, act.times)) this.#cut = new Set();
    } else if (act.kind === 'untag') this.#untag(act.passage);
    else if (act.kind === 'replaceAll') this.#replaceAll(act.find, act.words);
    else this.#workOf(act, this.select(act))();
  }

  #workOf(act: ActThere, at: Segment): () => void {
    const { oracle } = this.now;
    switch (act.kind) {
      case 'type':
        return () => this.#type(act.words, at);
      case 'compose':
        return () => this.#compose(act.words, at);
      case 'correct':
        return () => this.#correct(act.words);
      case 'pasteText':
        return () =>
          this.#paste('text/plain', act.words, (from) => from.insert(at.start, charactersOf(act.words.replaceAll('\n', ''))), at);
      case 'delete':
        return () => this.#delete(at);
      case 'split':
        // Enter in an item of nothing but spaces ends the list, and the spaces go: Lexical's way, and no passage's matter.
        if (this.editor.read($inBlankItem)) return () => undefined;
        return () => this.keep(() => this.command(INSERT_PARAGRAPH_COMMAND, undefined), oracle.remove(at));
      case 'lineBreak':
        return () =>
          this.keep(() => this.command(INSERT_LINE_BREAK_COMMAND, false), oracle.remove(at).insert(at.start, charactersOf('\n')));
      case 'copy':
        return () => this.#copy(at);
      case 'cut':
        return () => this.#takeOut(at);
      case 'paste':
        return () => this.#pasteClip(at);
      case 'bold':
        return () => this.keep(() => this.command(FORMAT_TEXT_COMMAND, 'bold'), oracle);
      case 'indent':
        return () => this.keep(() => this.command(INDENT_CONTENT_COMMAND, undefined), oracle);
      case 'outdent':
        return () => this.keep(() => this.command(OUTDENT_CONTENT_COMMAND, undefined), oracle);
      case 'block':
        return () => this.keep(() => this.history.named('Formatting', () => setBlockType(this.editor, act.type)), oracle);
      case 'link':
        return () => this.keep(() => this.change(() => $setLink(act.url)), oracle);
      case 'drag':
        return () => this.#drag(at, act.onto);
      case 'tag':
        return () => this.#tag(act);
      case 'extend':
        return () => this.#extend(act);
    }
  }

  #delete(at: Segment): void {
    if (at.start === at.end) return;
    this.keep(() => this.command(DELETE_CHARACTER_COMMAND, true), this.now.oracle.remove(at));
    const map = this.editor.read($textMap);
    const caret = countedIn(
      map,
      this.editor.read(() => $selectedIn(map)),
    );
    if (caret.start !== at.start || caret.end !== at.start)
      throw new Error(`the caret is at ${caret.start}, not at ${at.start}, where text was deleted`);
  }

  #type(words: string, at: Segment): void {
    this.keep(() => undefined, this.now.oracle);
    let { start } = at;
    for (const [index, character] of Array.from(words).entries()) {
      const from = index === 0 ? this.now.oracle.remove(at) : this.now.oracle;
      this.keep(() => this.command(CONTROLLED_TEXT_INSERTION_COMMAND, character), from.insert(start, charactersOf(character)));
      start += character.length;
    }
  }

  /** As an input method does: what is composed stands in the text and changes until it is accepted. */
  #compose(words: string, at: Segment): void {
    let composed = '';
    const event = { timeStamp: Number.MAX_SAFE_INTEGER, data: '' };
    this.keep(
      () => {
        this.command(COMPOSITION_START_COMMAND, event as unknown as CompositionEvent);
        for (const stage of ['x', words]) {
          this.change(() => {
            const { node, offset } = $caretText();
            const bare = (text: string) => text.replaceAll('\u200b', '');
            const said = bare(node.getTextContent());
            const before = bare(node.getTextContent().slice(0, offset)).length - composed.length;
            node.setTextContent(said.slice(0, before) + stage + said.slice(before + composed.length));
            node.select(before + stage.length, before + stage.length);
          });
          composed = stage;
        }
        this.change(() => $setCompositionKey(null), COMPOSITION_END_TAG);
      },
      this.now.oracle.remove(at).insert(at.start, charactersOf(words)),
    );
  }

  /** As the spelling checker does. */
  #correct(words: string): void {
    const map = this.editor.read($textMap);
    const [place] = replaceable(map.text, [this.editor.read(() => $selectedIn(map))]);
    if (place === undefined || place.start === place.end) return;
    const event = { inputType: 'insertReplacementText', data: words, dataTransfer: null };
    const next = this.now.oracle.replace(countedIn(map, place), words);
    this.keep(() => this.command(CONTROLLED_TEXT_INSERTION_COMMAND, event as unknown as InputEvent), next);
  }

  #replaceAll(find: string, words: string): void {
    const map = this.editor.read($textMap);
    const places = replaceable(map.text, findAll(map.text, find, false));
    const next = places.toReversed().reduce((oracle, place) => oracle.replace(countedIn(map, place), words), this.now.oracle);
    this.keep(() => this.history.deed('Replace', () => $replace($textMap(), places, words)), next);
  }

  #copy(at: Segment): void {
    this.#take(at, COPY_COMMAND);
    if (at.start < at.end) this.#cut = new Set();
  }

  #takeOut(at: Segment): void {
    if (at.start === at.end) return;
    this.#take(at, CUT_COMMAND);
    this.#cut = this.now.oracle.idsIn(at);
    this.keep(() => this.change(() => $range().removeText(), CUT_TAG), this.now.oracle.remove(at));
  }

  #take(at: Segment, command: typeof CUT_COMMAND | typeof COPY_COMMAND): void {
    this.command(command, null);
    if (at.start === at.end) return;
    const payload = this.editor.read(() => $getLexicalContent(this.editor));
    if (payload !== null) this.#clipboard = { payload, characters: this.now.oracle.slice(at) };
  }

  #pasteClip(at: Segment): void {
    const clip = this.#clipboard;
    if (clip === null) return;
    this.#paste('application/x-lexical-editor', clip.payload, (from) => from.insert(at.start, this.#pasted(clip.characters, from)), at);
    this.#cut = new Set();
  }

  #pasted(characters: readonly Character[], into: Oracle): Character[] {
    const moves = (id: string) => this.now.passages.has(id) && (this.#cut.has(id) || !into.has(id));
    return characters.map(({ unit, ids }) => ({ unit, ids: new Set([...ids].filter(moves)) }));
  }

  #paste(type: string, data: string, put: (from: Oracle) => Oracle, at: Segment): void {
    const transfer = { types: [type], getData: (asked: string) => (asked === type ? data : ''), files: [] };
    this.keep(
      () => this.change(() => $insertDataTransferForRichText(transfer as unknown as DataTransfer, $range(), this.editor), PASTE_TAG),
      put(this.now.oracle.remove(at)),
    );
  }

  /** As Lexical's own handler of a drop within one editor, which wants a page to ask where the pointer is. */
  #drag(at: Segment, onto: number): void {
    if (at.start === at.end) return;
    const places = this.editor.read($places);
    const target = pick(places, onto);
    if (target.at >= at.start && target.at <= at.end) return;
    const payload = this.editor.read(() => $getLexicalContent(this.editor));
    if (payload === null) return;
    const carried = this.now.oracle.slice(at);
    this.#cut = this.now.oracle.idsIn(at);
    const left = this.now.oracle.remove(at);
    const to = target.at > at.start ? target.at - (at.end - at.start) : target.at;
    const next = left.insert(to, this.#pasted(carried, left));
    this.keep(
      () =>
        this.change(() => {
          this.editor.dispatchCommand(DROP_COMMAND, new Event('drop') as unknown as DragEvent);
          $range().removeText();
          // The same edge of a leaf may be two places: one of them is as good as the other.
          const place = $places().find((one) => one.at === to && one.key === target.key) ?? $places().find((one) => one.at === to);
          if (place === undefined) throw new Error('nowhere to drop');
          $selectPlaces(place, place);
          const transfer = {
            types: [],
            getData: (asked: string) => (asked === 'application/x-lexical-editor' ? payload : ''),
            files: [],
          };
          $insertDataTransferForRichText(transfer as unknown as DataTransfer, $range(), this.editor);
        }),
      next,
    );
    this.#cut = new Set();
  }

  #tag(act: { from: number; to: number }): void {
    const segment = this.#tidy(act);
    if (segment === null) return;
    this.#tagged += 1;
    const id = `t${this.#tagged}`;
    const passages = new Set([...this.now.passages, id]);
    this.deed(() => $mark($textMap(), id, segment), { oracle: this.now.oracle.mark(id, this.#counted(segment)), passages });
  }

  #extend(act: { from: number; to: number; passage: number }): void {
    const id = this.#passage(act.passage);
    const segment = this.#tidy(act);
    if (segment === null || id === undefined) return;
    const next = { ...this.now, oracle: this.now.oracle.unmark(id).mark(id, this.#counted(segment)) };
    this.deed(() => {
      $unmark($textMap(), id);
      $mark($textMap(), id, segment);
    }, next);
  }

  #untag(which: number): void {
    const id = this.#passage(which);
    if (id === undefined || !this.now.oracle.has(id)) return;
    const passages = new Set([...this.now.passages].filter((other) => other !== id));
    this.deed(() => $unmark($textMap(), id), { oracle: this.now.oracle.unmark(id), passages });
  }

  #tidy(act: { from: number; to: number }): Segment | null {
    this.select(act);
    const map = this.editor.read($textMap);
    return tidySegment(
      map.text,
      this.editor.read(() => $selectedIn(map)),
    );
  }

  #counted(segment: Segment): Segment {
    return countedIn(this.editor.read($textMap), segment);
  }

  #passage(which: number): string | undefined {
    return Array.from(this.now.passages)[which % Math.max(1, this.now.passages.size)];
  }
}

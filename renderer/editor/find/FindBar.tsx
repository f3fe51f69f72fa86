import { $getSelection, $isRangeSelection } from 'lexical';
import { CaseSensitive, ChevronDown, ChevronUp, Replace, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Segment } from '../../../contract/index.ts';
import { useCommand } from '../../commands/commands.ts';
import { IconButton } from '../../ui/index.ts';
import type { DocumentSession } from '../session/session.ts';
import { domRange, highlight, reveal } from '../text/dom-range.ts';
import { $replace, replaceable } from '../text/replace.ts';
import { $restoreOffsets } from '../text/selection.ts';
import { $offsetOf, $segmentOf, $textMap } from '../text/text-map.ts';
import styles from './FindBar.module.css';
import { findAll, firstFrom, mostFound } from './find.ts';
import { ReplaceRow } from './ReplaceRow.tsx';

interface FindBarProps {
  session: DocumentSession;
  scroller: RefObject<HTMLElement | null>;
  /** Raised each time the analyst asks for the bar. */
  asked: number;
  /** Whether words are to be replaced too. */
  replacing: boolean;
  onReplacing: (replacing: boolean) => void;
  onClose: () => void;
}

/** Finds words in the document, and replaces them. Finding touches nothing: places are painted over the document. */
export function FindBar({ session, scroller, asked, replacing, onReplacing, onClose }: FindBarProps) {
  const { editor } = session;
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [found, setFound] = useState<readonly Segment[]>([]);
  const [at, setAt] = useState(0);
  const [filled, setFilled] = useState(0);
  const [put, setPut] = useState('');
  const [replaced, setReplaced] = useState(0);

  // Both before the next key can come.
  useLayoutEffect(() => {
    const selected = editor.read(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || selection.isCollapsed()) return '';
      const map = $textMap();
      const { start, end } = $segmentOf(map, selection);
      return map.text.slice(start, end);
    });
    if (selected !== '' && !selected.includes('\n')) setWords(selected);
    setFilled(asked);
  }, [editor, asked]);
  // Only when the field shows those words can they be selected, for what is typed next to take their place.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [filled]);

  useEffect(() => {
    const search = (from: 'caret' | 'here') => {
      const map = editor.read($textMap);
      const places = findAll(map.text, words, matchCase);
      setFound(places);
      if (from === 'caret') setReplaced(0);
      if (from === 'caret') {
        const caret = editor.read(() => {
          const selection = $getSelection();
          return $isRangeSelection(selection) ? Math.min(...[selection.anchor, selection.focus].map((point) => $offsetOf(map, point))) : 0;
        });
        setAt(firstFrom(places, caret));
      }
    };
    search('caret');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.registerUpdateListener(({ dirtyLeaves }) => {
      clearTimeout(timer);
      if (dirtyLeaves.size > 0) timer = setTimeout(() => search('here'), 200);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [editor, words, matchCase]);

  useEffect(() => {
    const map = editor.read($textMap);
    highlight(
      'found',
      found.flatMap((place) => domRange(editor, map, place) ?? []),
    );
    const place = found[at];
    const range = place === undefined ? null : domRange(editor, map, place);
    highlight('found-here', range === null ? [] : [range]);
    if (range !== null && scroller.current !== null) reveal(scroller.current, range);
    return () => {
      highlight('found', []);
      highlight('found-here', []);
    };
  }, [editor, found, at, scroller]);

  const go = (by: 1 | -1) => {
    setReplaced(0);
    if (found.length > 0) setAt((at + by + found.length) % found.length);
  };
  const replace = (label: string, places: readonly Segment[]) => {
    session.history.deed(label, () => $replace($textMap(), places, put));
    const { text } = editor.read($textMap);
    const left = findAll(text, words, matchCase);
    setFound(left);
    setReplaced(places.length);
    return left;
  };
  const replaceHere = () => {
    const { text } = editor.read($textMap);
    // The text may have changed a moment ago.
    const place = stillAt(findAll(text, words, matchCase, Number.POSITIVE_INFINITY), found[at]);
    if (place === undefined) return;
    if (replaceable(text, [place]).length === 0) go(1);
    else setAt(firstFrom(replace('Replace', [place]), place.start + put.length));
  };
  const replaceAll = () => {
    const { text } = editor.read($textMap);
    replace('Replace all', replaceable(text, findAll(text, words, matchCase, Number.POSITIVE_INFINITY)));
    setAt(0);
  };
  const close = () => {
    const place = found[at];
    if (place !== undefined) editor.update(() => $restoreOffsets(place), { discrete: true });
    onClose();
  };
  useCommand('edit.findNext', () => go(1));
  useCommand('edit.findPrevious', () => go(-1));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={styles.bar} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <input
          ref={field}
          className={styles.field}
          aria-label="Find in document"
          placeholder="Find in document"
          spellCheck={false}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <span className={styles.count} role="status">
          {replaced > 0 ? `${number.format(replaced)} replaced` : countWords(words, found.length, at)}
        </span>
        <IconButton label="Replace" command="edit.replace" pressed={replacing} onPress={() => onReplacing(!replacing)}>
          <Replace aria-hidden size={16} />
        </IconButton>
        <IconButton label="Match case" pressed={matchCase} onPress={() => setMatchCase(!matchCase)}>
          <CaseSensitive aria-hidden size={16} />
        </IconButton>
        <IconButton label="Find previous" command="edit.findPrevious" onPress={() => go(-1)} isDisabled={found.length === 0}>
          <ChevronUp aria-hidden size={16} />
        </IconButton>
        <IconButton label="Find next" command="edit.findNext" onPress={() => go(1)} isDisabled={found.length === 0}>
          <ChevronDown aria-hidden size={16} />
        </IconButton>
        <IconButton label="Close" keys="Escape" onPress={close}>
          <X aria-hidden size={16} />
        </IconButton>
      </div>
      {replacing ? (
        <ReplaceRow words={put} onWords={setPut} isDisabled={found.length === 0} onReplace={replaceHere} onReplaceAll={replaceAll} />
      ) : null}
    </search>
  );
}

const number = new Intl.NumberFormat();

function countWords(words: string, found: number, at: number): string {
  if (words === '') return '';
  if (found === 0) return 'Not found';
  return `${number.format(at + 1)} of ${found === mostFound ? `${number.format(found)} or more` : number.format(found)}`;
}

/** The place found that is the one shown, if the words still stand there. */
function stillAt(places: readonly Segment[], shown: Segment | undefined): Segment | undefined {
  return places.find(({ start }) => start === shown?.start);
}

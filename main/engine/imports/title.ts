import { deriveText } from '../../../anchoring/index.ts';
import type { EditorState } from '../../../contract/index.ts';

/** A title that was taken from the text's first line is cut here; one the file claims may have the contract's 500. */
const longestFromText = 120;
const longest = 500;

/** A document's title: what the file claims, else its first heading of the first rank, else its first line, else its name. */
export function titleOf(state: EditorState, claimed: string, fileName: string): string {
  const h1 = state.root.children.find((node) => node.type === 'heading' && 'tag' in node && node.tag === 'h1');
  const heading = h1 === undefined ? '' : deriveText({ root: { ...state.root, children: [h1] } }).text;
  const candidates = [oneLine(claimed), oneLine(heading), cut(firstLine(state), longestFromText), baseName(fileName)];
  return cut(candidates.find((candidate) => candidate !== '') ?? fileName, longest);
}

function firstLine(state: EditorState): string {
  const [first] = state.root.children;
  const { text } = deriveText({ root: { ...state.root, children: first === undefined ? [] : [first] } });
  return oneLine(text.split('\n', 1)[0] ?? '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** At a space where there is one near, with an ellipsis. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(' ', most - 1);
  return `${space > most / 2 ? text.slice(0, space) : text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A path's last part without its extension. */
export function baseName(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  return name.replace(/(.)\.[^.]+$/, '$1').trim();
}

import styles from './Text.module.css';

/** Blocks of a group: some windows of text. The browser looks at every group at each frame, and lays out one as a whole. */
const groupSize = 32;

/** A group that has grown beyond this is split. */
const mostInGroup = 2 * groupSize;

/** Pixels that a block is expected to take before it has come near: a paragraph of four lines and the space below it. */
const likelyHeight = 124;

function newGroup(document: Document): HTMLElement {
  const group = document.createElement('div');
  group.className = styles.group ?? '';
  group.setAttribute('data-group', '');
  return group;
}

export function isGroup(element: Element): element is HTMLElement {
  return element.hasAttribute('data-group');
}

function groupsOf(root: HTMLElement): HTMLElement[] {
  return Array.from(root.children).filter(isGroup);
}

/** Has the text's scroll bar reckon with what stands in a group. */
function expectHeight(group: HTMLElement): void {
  group.style.containIntrinsicSize = `auto none auto ${group.childElementCount * likelyHeight}px`;
}

/** Where the next block of a text goes that is written from its beginning to its end. */
export function roomyGroup(root: HTMLElement): Element {
  const last = root.lastElementChild;
  return last !== null && last.childElementCount < groupSize ? last : root.appendChild(newGroup(root.ownerDocument));
}

/** A text was written from its beginning to its end. */
export function finishGroups(root: HTMLElement): void {
  const last = root.lastElementChild;
  if (last !== null && isGroup(last)) expectHeight(last);
}

/**
 * Has these blocks stand in the groups, in this order, and nothing else. As many as can be stay where they are: a block
 * that is moved loses its layout.
 */
export function arrange(root: HTMLElement, blocks: readonly HTMLElement[]): void {
  for (const child of Array.from(root.children)) if (!isGroup(child)) child.remove();
  if (root.firstElementChild === null) root.append(newGroup(root.ownerDocument));
  const groups = groupsOf(root);
  const placeOf = new Map<Node | null, number>(groups.map((group, place) => [group, place]));
  const places = blocks.map((block) => placeOf.get(block.parentNode) ?? null);
  const members: HTMLElement[][] = groups.map(() => []);
  let place = 0;
  for (const [at, stays] of longestRise(places).entries()) {
    const block = blocks[at];
    if (stays) place = places[at] ?? place;
    if (block !== undefined) members[place]?.push(block);
  }
  for (const [at, group] of groups.entries()) fill(group, members[at] ?? []);
}

function fill(group: HTMLElement, blocks: readonly HTMLElement[]): void {
  const wanted = new Set<Element>(blocks);
  const before = group.childElementCount;
  let next = group.firstElementChild;
  const skipOthers = () => {
    while (next !== null && !wanted.has(next)) {
      const other = next;
      next = other.nextElementSibling;
      other.remove();
    }
  };
  for (const block of blocks) {
    skipOthers();
    if (block === next) next = block.nextElementSibling;
    else group.insertBefore(block, next);
  }
  skipOthers();
  if (blocks.length === 0) group.remove();
  else if (blocks.length > mostInGroup) split(group, blocks);
  else if (blocks.length !== before) expectHeight(group);
}

function split(group: HTMLElement, blocks: readonly HTMLElement[]): void {
  let last = group;
  for (let from = groupSize; from < blocks.length; from += groupSize) {
    const next = newGroup(group.ownerDocument);
    next.append(...blocks.slice(from, from + groupSize));
    expectHeight(next);
    last.after(next);
    last = next;
  }
  expectHeight(group);
}

/** Which of the numbers to keep so that none is smaller than one kept before it, and as many as possible are. */
export function longestRise(numbers: readonly (number | null)[]): boolean[] {
  /** By length, the place of the smallest number that a rise of this length can end with. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, number] of numbers.entries()) {
    if (number === null) continue;
    let low = 0;
    let high = ends.length;
    // Numbers that rise already, as nearly all do, need no search.
    if (high > 0 && valueAt(numbers, ends[high - 1]) <= number) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (valueAt(numbers, ends[middle]) <= number) low = middle + 1;
      else high = middle;
    }
    before[at] = ends[low - 1];
    ends[low] = at;
  }
  const kept = numbers.map(() => false);
  for (let at = ends.at(-1); at !== undefined; at = before[at]) kept[at] = true;
  return kept;
}

function valueAt(numbers: readonly (number | null)[], at: number | undefined): number {
  return (at === undefined ? null : numbers[at]) ?? Number.NEGATIVE_INFINITY;
}

import type { Element, Nodes, Root, RootContent } from 'hast';

/** An attribute's value as the page wrote it; empty where it is not there. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Every element below a node, in document order. Goes by a stack of its own: a generator in each level would pay for all above. */
export function* elementsIn(node: Nodes): Generator<Element> {
  const open: { nodes: readonly Nodes[]; next: number }[] = 'children' in node ? [{ nodes: node.children, next: 0 }] : [];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    const child = level.nodes[level.next];
    level.next += 1;
    if (child === undefined) open.pop();
    else if (child.type === 'element') {
      yield child;
      open.push({ nodes: child.children, next: 0 });
    }
  }
}

/** The text below a node on one line. */
export function textOf(node: Nodes): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

/** The text below a node as it is. */
export function rawText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(rawText).join('') : '';
}

/** The tree without the elements that `unwanted` names; it is given those above, outermost first. */
export function prune(tree: Root, unwanted: (element: Element, above: readonly Element[]) => boolean): Root {
  const keep = <T extends RootContent>(nodes: readonly T[], above: readonly Element[]): T[] =>
    nodes
      .filter((node) => node.type !== 'element' || !unwanted(node, above))
      .map((node) => (node.type === 'element' ? { ...node, children: keep(node.children, [...above, node]) } : node));
  return { ...tree, children: keep(tree.children, []) };
}

/** An element of an XML file, or what stands between two of them as it is written. */
type Node = { name: string; attributes: string[]; children: Node[] } | string;
type Element = Exclude<Node, string>;
type Dice = (sides: number) => number;

/** What an attribute or a text may say that nobody foresaw. */
const telling = [
  '',
  '0',
  '-1',
  '1',
  '99999999999',
  '1e999',
  'NaN',
  'true',
  '../../x',
  '#x',
  'javascript:x',
  ' ',
  '\u{10ffff}',
  'é'.repeat(5_000),
];

/** A well-formed XML file with some elements and attributes changed, and well-formed all the same: bytes changed seldom are. */
export function mutateXml(xml: string, dice: Dice): string {
  const root: Element = { name: '', attributes: [], children: parse(xml) };
  const times = 1 + dice(6);
  for (let time = 0; time < times; time += 1) change(root, dice);
  return root.children.map(write).join('');
}

function change(root: Element, dice: Dice): void {
  const elements = elementsIn(root);
  const pick = () => elements[dice(elements.length)] ?? root;
  const parent = pick();
  const at = dice(parent.children.length + 1);
  const child = parent.children[at];
  const other = structuredClone(pick());
  const act = dice(9);
  if (act === 0) parent.children.splice(at, 1);
  else if (act === 1 && child !== undefined)
    parent.children.splice(at, 0, ...Array.from({ length: 1 + dice(40) }, () => structuredClone(child)));
  else if (act === 2) parent.children.splice(at, 0, other);
  else if (act === 3) parent.children.splice(at, 1, other);
  else if (act === 4) parent.name = other.name || parent.name;
  else if (act === 5) parent.children.splice(at, 0, telling[dice(telling.length)] ?? '');
  else if (act === 6) parent.attributes.splice(dice(parent.attributes.length + 1), 1);
  else if (act === 7) nest(parent, 1 + dice(200));
  else {
    const which = dice(parent.attributes.length + 1);
    const attribute = parent.attributes[which];
    if (attribute !== undefined) parent.attributes[which] = attribute.replace(/=.*$/su, () => `="${telling[dice(telling.length)]}"`);
  }
}

/** Puts what is in an element so much deeper into elements of its name. */
function nest(element: Element, depth: number): void {
  for (let level = 0; level < depth; level += 1) {
    element.children = [{ name: element.name || 'x', attributes: [...element.attributes], children: element.children }];
  }
}

function elementsIn(element: Element): Element[] {
  return [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsIn(child)))];
}

function parse(xml: string): Node[] {
  const open: Element[] = [{ name: '', attributes: [], children: [] }];
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/gu)) {
    const [, name = '', rest = ''] = /^<([\w:.-]+)(.*?)\/?>$/su.exec(token) ?? [];
    if (token.startsWith('</')) open.pop();
    else if (name === '') open.at(-1)?.children.push(token);
    else {
      const element: Element = { name, attributes: rest.match(/[\w:.-]+\s*=\s*("[^"]*"|'[^']*')/gu) ?? [], children: [] };
      open.at(-1)?.children.push(element);
      if (!token.endsWith('/>')) open.push(element);
    }
  }
  return open[0]?.children ?? [];
}

function write(node: Node): string {
  if (typeof node === 'string') return node;
  const { name, attributes, children } = node;
  return `<${[name, ...attributes].join(' ')}>${children.map(write).join('')}</${name}>`;
}

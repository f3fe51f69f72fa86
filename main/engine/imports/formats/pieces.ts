import type { Element } from 'hast';

/** A block of text, or an empty element. */
export function block(tagName: string, text: string): Element {
  return { type: 'element', tagName, properties: {}, children: text === '' ? [] : [{ type: 'text', value: text }] };
}

/** Names in a notice, beyond which only their number is told. */
const mostNamed = 10;

/** `2 attachments (report.pdf, photo.jpg) were`, given the words for one and for more. */
export function listed(names: readonly string[], one: string, more: string): string {
  const [noun = '', verb = ''] = (names.length === 1 ? one : more).split(' ');
  const rest = names.length - mostNamed;
  const named = names.slice(0, mostNamed).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
  return `${names.length} ${noun} (${named}) ${verb}`;
}

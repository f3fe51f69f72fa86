import type { Nodes } from 'mdast';
import { readMarkdown } from './read-markdown.ts';
import type { SelectedDocument, SelectedPassage, Selection } from './selection.ts';
import { count, dayOf, offsetsExplained, passageFacts, positionOf, sourceFacts, spheresOf } from './words.ts';

/** A report in Markdown, in which every quote stands letter for letter. */
export function writeMarkdown({ notebook, exportedAt, title, notes, documents }: Selection): string {
  const passages = documents.reduce((sum, document) => sum + document.passages.length, 0);
  const blocks = [
    `# Tagged notes: ${plain(notebook.name)}`,
    `${plain(title)}. ${count(passages, 'passage')} in ${count(documents.length, 'document')}. Exported on ${dayOf(exportedAt)}. ${offsetsExplained}`,
    ...notes.flatMap(({ on, name, body, analyst, date }) => [
      on === 'notebook' ? '## Note on the notebook' : `## Note on the sphere ${plain(name)}`,
      body.trim(),
      `*${plain(analyst)}, ${dayOf(date)}*`,
    ]),
    ...documents.flatMap(documentBlocks),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function documentBlocks({ title, source, note, passages }: SelectedDocument): string[] {
  const facts = sourceFacts(source).map(({ name, value }) => `- ${name}: ${name === 'URL' ? address(value) : plain(value)}`);
  return [
    `## ${plain(title)}`,
    ...(facts.length === 0 ? [] : [facts.join('\n')]),
    ...(note === null ? [] : ['**Note on the document**', note.body.trim(), `*${plain(note.analyst)}, ${dayOf(note.date)}*`]),
    ...passages.flatMap((passage, index) => passageBlocks(passage, index + 1)),
  ];
}

function passageBlocks(passage: SelectedPassage, number: number): string[] {
  const facts = passageFacts(passage).map(({ name, value }) => `- ${name}: ${plain(value)}`);
  return [
    `### ${number}. ${plain(spheresOf(passage))}`,
    quoteBlock(passage.quote),
    ...(facts.length === 0 ? [] : [facts.join('\n')]),
    ...(passage.note === '' ? [] : ['**Note**', passage.note.trim()]),
    `*Position ${positionOf(passage)}. ${plain(passage.analyst)}, ${dayOf(passage.createdAt)}*`,
  ];
}

/**
 * A quote with every letter as it is in the document, both in the file and as rendered: a block quote where Markdown
 * takes none of its signs for its own, else a fenced block inside one.
 */
function quoteBlock(quote: string): string {
  const block = quoteLines(quote);
  if (readsAs(block, quote)) return block;
  let fence = '```';
  while (quote.includes(fence)) fence += '`';
  return quoteLines(`${fence}text\n${quote}\n${fence}`);
}

function quoteLines(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Whether a Markdown reader gets nothing but one block quote of this very text. */
function readsAs(block: string, quote: string): boolean {
  const [first, ...rest] = readMarkdown(block)?.children ?? [];
  if (first?.type !== 'blockquote' || rest.length > 0) return false;
  const paragraphs = first.children.map((child) => (child.type === 'paragraph' ? child.children.map(literalText) : [null]));
  return paragraphs.map((texts) => (texts.includes(null) ? null : texts.join(''))).join('\n\n') === quote;
}

/** A text as written; an address that GFM makes a link is still what it was. Null for all else. */
function literalText(node: Nodes): string | null {
  if (node.type === 'text') return node.value;
  if (node.type !== 'link') return null;
  const [text] = node.children;
  return text?.type === 'text' && (node.url === text.value || node.url === `http://${text.value}` || node.url === `mailto:${text.value}`)
    ? text.value
    : null;
}

/** One line of plain text that Markdown takes for nothing else. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~&!]/g, '\\$&');
}

function address(url: string): string {
  return /^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : plain(url);
}

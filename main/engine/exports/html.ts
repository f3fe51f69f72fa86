import { createHash } from 'node:crypto';
import { isSafeLink } from '../../../contract/index.ts';
import { pageStyle } from './html-style.ts';
import { escapeHtml, noteHtml } from './note-html.ts';
import type { SelectedDocument, SelectedPassage, Selection } from './selection.ts';
import { count, dayOf, offsetsExplained, passageFacts, positionOf, sourceFacts } from './words.ts';

/**
 * A page that stands alone: it has no scripts, loads nothing, follows the reader's light or dark setting and prints well.
 * Its policy allows its own style sheet, by hash, and nothing else.
 */
export function writeHtml({ notebook, exportedAt, title, notes, documents }: Selection): string {
  const colors = colorClasses(documents);
  const style = pageStyle + Array.from(colors, ([color, name]) => `.${name}{--sphere:${color}}\n`).join('');
  const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const passages = documents.reduce((sum, document) => sum + document.passages.length, 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Tagged notes: ${escapeHtml(notebook.name)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>Tagged notes: ${escapeHtml(notebook.name)}</h1>
<p>${escapeHtml(title)}. ${count(passages, 'passage')} in ${count(documents.length, 'document')}. Exported on ${dayOf(exportedAt)}. ${offsetsExplained}</p>
</header>
${notes.map(standingNote).join('')}${documents.map((document) => documentSection(document, colors)).join('')}</main>
</body>
</html>
`;
}

/** A class for each colour: the policy forbids styles on elements. */
function colorClasses(documents: readonly SelectedDocument[]): Map<string, string> {
  const colors = documents.flatMap(({ passages }) => passages.flatMap(({ spheres }) => spheres.map(({ color }) => color)));
  return new Map(Array.from(new Set(colors), (color, index) => [color, `sphere-${index + 1}`]));
}

function standingNote({ on, name, body, analyst, date }: Selection['notes'][number]): string {
  const heading = on === 'notebook' ? 'Note on the notebook' : `Note on the sphere ${escapeHtml(name)}`;
  return `<section>\n<h2>${heading}</h2>\n${note({ body, analyst, date })}</section>\n`;
}

function note({ body, analyst, date }: { body: string; analyst: string; date: string }): string {
  return `<div class="note">${noteHtml(body)}</div>\n<p class="facts">${escapeHtml(analyst)}, ${time(date)}</p>\n`;
}

function documentSection(
  { title, language, source, note: onDocument, passages }: SelectedDocument,
  colors: ReadonlyMap<string, string>,
): string {
  const facts = sourceFacts(source).map(
    ({ name, value }) => `<dt>${name}</dt><dd>${name === 'URL' ? link(value) : escapeHtml(value)}</dd>`,
  );
  const lang = language === 'und' ? '' : ` lang="${language}"`;
  return `<section>
<h2${lang}>${escapeHtml(title)}</h2>
${facts.length === 0 ? '' : `<dl>${facts.join('')}</dl>\n`}${onDocument === null ? '' : note(onDocument)}${passages
  .map((passage) => passageArticle(passage, lang, colors))
  .join('')}</section>
`;
}

function passageArticle(passage: SelectedPassage, lang: string, colors: ReadonlyMap<string, string>): string {
  const spheres = passage.spheres.map(({ path, color }) => `<li class="${colors.get(color) ?? ''}">${escapeHtml(path)}</li>`).join('');
  const facts = passageFacts(passage)
    .map(({ name, value }) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('');
  return `<article>
<blockquote${lang}>${escapeHtml(passage.quote)}</blockquote>
<ul class="spheres">${spheres || '<li>no sphere</li>'}</ul>
${facts === '' ? '' : `<dl>${facts}</dl>\n`}${passage.note === '' ? '' : `<div class="note">${noteHtml(passage.note)}</div>\n`}<p class="facts">Position ${positionOf(passage)}. ${escapeHtml(passage.analyst)}, ${time(passage.createdAt)}</p>
</article>
`;
}

function time(timestamp: string): string {
  return `<time datetime="${timestamp}">${dayOf(timestamp)}</time>`;
}

function link(url: string): string {
  const text = escapeHtml(url);
  return isSafeLink(url) ? `<a href="${text}" rel="noreferrer">${text}</a>` : text;
}

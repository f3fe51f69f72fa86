import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';

/** Readability's own bound for pages on which it would not end; it throws above. */
const mostElements = 100_000;

/** The article of a web page, as Firefox's reader view finds it; null where it finds none. `html` is not yet sanitised. */
export function extractArticle(html: string): { html: string; author: string } | null {
  const { document } = parseHTML(html);
  if (document.getElementsByTagName('*').length > mostElements) return null;
  const article = parse(document);
  if (!article?.content || !article.textContent?.trim()) return null;
  return { html: article.content, author: authorOf(article.byline ?? '') };
}

function parse(document: ConstructorParameters<typeof Readability>[0]) {
  try {
    return new Readability(document, { maxElemsToParse: mostElements }).parse();
  } catch {
    // A page that trips the extractor up is taken whole instead: nothing of it is lost.
    return null;
  }
}

/** Longer bylines are a paragraph that was taken for one. */
const longestAuthor = 120;

function authorOf(byline: string): string {
  const author = byline
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(by|автор:|作者[:：])\s*/i, '');
  return author.length <= longestAuthor ? author : '';
}

import type { Element, Root } from 'hast';
import type { Claims } from '../claims.ts';
import { extractArticle } from './article.ts';
import { attribute, elementsIn, prune, textOf } from './hast.ts';
import { baseOf, readClaims } from './html-claims.ts';
import { type Page, parsePage, parsePiece } from './parse-html.ts';
import { withoutWriterPage } from './writer-page.ts';

export interface HtmlReading {
  tree: Root;
  claims: Claims;
  /** What relative links count from; null where the page does not say. */
  base: string | null;
}

/** Above this, a page is taken whole: finding the article in it would take too long. UTF-16 code units. */
const longestSearched = 4_000_000;

/** A saved page: its article where it is a web page, else all of it, and what it says of itself. */
export function readHtml(source: string): HtmlReading {
  const page = parsePage(source);
  const visible = prune(page.tree, isHidden);
  const claims = readClaims(visible);
  const base = baseOf(page.tree, claims);
  const found = source.length <= longestSearched && isWebPage(page.tree) ? findArticle(page, visible, claims) : null;
  if (found !== null) return { ...found, base };
  return { tree: withoutWriterPage(prune(visible, isFurniture)), claims, base };
}

/** Copied HTML: all that is visible. */
export function readHtmlPiece(source: string): Root {
  return prune(parsePiece(source), isHidden);
}

function findArticle(page: Page, visible: Root, claims: Claims): Pick<HtmlReading, 'tree' | 'claims'> | null {
  const article = extractArticle(page.serialize());
  if (article === null) return null;
  const tree = withTitle(readHtmlPiece(article.html), headlineOf(visible) || claims.title);
  return { tree, claims: { ...claims, author: claims.author || article.author } };
}

/** Extraction drops or demotes the headline: it stands first, as the page showed it. */
function withTitle(tree: Root, headline: string): Root {
  if (headline === '') return tree;
  const first = [...elementsIn(tree)].find(({ tagName }) => /^h[1-6]$/.test(tagName));
  if (first !== undefined && textOf(first) === headline) {
    first.tagName = 'h1';
    return tree;
  }
  const heading: Element = { type: 'element', tagName: 'h1', properties: {}, children: [{ type: 'text', value: headline }] };
  return { ...tree, children: [heading, ...tree.children] };
}

function headlineOf(tree: Root): string {
  const h1 = [...elementsIn(tree)].filter(({ tagName }) => tagName === 'h1');
  const inArticle = [...elementsIn(tree)].find(({ tagName }) => tagName === 'article' || tagName === 'main');
  const own = inArticle === undefined ? undefined : [...elementsIn(inArticle)].find(({ tagName }) => tagName === 'h1');
  const headline = own ?? h1[0];
  return headline === undefined ? '' : textOf(headline);
}

const furnitureTags: ReadonlySet<string> = new Set(['nav', 'aside', 'footer']);
const furnitureRoles = /^(navigation|banner|contentinfo|complementary|search|dialog|alertdialog)$/;
const webPageTags: ReadonlySet<string> = new Set([...furnitureTags, 'script', 'iframe', 'form']);

/** A page with none of these is a document somebody saved as HTML: all of it is text. */
function isWebPage(tree: Root): boolean {
  for (const element of elementsIn(tree)) {
    if (webPageTags.has(element.tagName) || furnitureRoles.test(attribute(element, 'role'))) return true;
  }
  return false;
}

function isFurniture(element: Element, above: readonly Element[]): boolean {
  const { tagName } = element;
  if (furnitureTags.has(tagName) || furnitureRoles.test(attribute(element, 'role'))) return true;
  const pageLevel = !above.some((outer) => outer.tagName === 'article' || outer.tagName === 'main');
  return tagName === 'header' && pageLevel && ![...elementsIn(element)].some((inner) => inner.tagName === 'h1');
}

function isHidden(element: Element): boolean {
  const { hidden } = element.properties;
  // Manuals put a link to itself behind each heading, seen when the pointer is over it.
  if (element.tagName === 'a' && /^[¶#]$/.test(textOf(element))) return true;
  if (hidden !== undefined && hidden !== false) return true;
  return attribute(element, 'ariaHidden') === 'true' || /(^|;)\s*(display:\s*none|visibility:\s*hidden)/i.test(attribute(element, 'style'));
}

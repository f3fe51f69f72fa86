import type { Root } from 'hast';
import type { Claims } from '../claims.ts';
import { readDate } from '../dates.ts';
import { attribute, elementsIn, rawText, textOf } from './hast.ts';
import { readJsonLd } from './json-ld.ts';

/** What a page says of itself: schema.org's JSON-LD first, then the meta elements of libraries, Open Graph and Dublin Core. */
export function readClaims(tree: Root): Claims {
  const meta = new Map<string, string>();
  const seen = { title: '', canonical: '', language: '', time: '', h1: [] as string[] };
  const linked: unknown[] = [];
  for (const element of elementsIn(tree)) {
    const { tagName } = element;
    if (tagName === 'html') seen.language = attribute(element, 'lang') || attribute(element, 'xmlLang');
    else if (tagName === 'title') seen.title ||= textOf(element);
    else if (tagName === 'h1') seen.h1.push(textOf(element));
    else if (tagName === 'link' && attribute(element, 'rel').toLowerCase() === 'canonical') seen.canonical ||= attribute(element, 'href');
    else if (tagName === 'time' && isPublication(attribute(element, 'itemProp'), element.properties.pubDate))
      seen.time ||= attribute(element, 'dateTime');
    else if (tagName === 'script' && attribute(element, 'type').toLowerCase() === 'application/ld+json') linked.push(rawText(element));
    else if (tagName === 'meta') {
      const key = (attribute(element, 'property') || attribute(element, 'name') || attribute(element, 'itemProp')).toLowerCase();
      const content = attribute(element, 'content').replace(/\s+/g, ' ').trim();
      if (key !== '' && content !== '' && !meta.has(key)) meta.set(key, content);
    }
  }
  const ld = readJsonLd(linked.map(String));
  const said = (...keys: string[]) => keys.map((key) => meta.get(key)).find((value) => value !== undefined) ?? '';
  const publisher = ld.publisher || said('og:site_name', 'citation_publisher', 'dc.publisher', 'dcterms.publisher', 'application-name');
  const [onlyH1 = ''] = seen.h1.length === 1 ? seen.h1 : [];
  return {
    title:
      ld.title ||
      said('citation_title', 'og:title', 'twitter:title', 'dc.title', 'dcterms.title') ||
      onlyH1 ||
      withoutSite(seen.title, publisher),
    author: ld.author || personal(said('citation_author', 'author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author')),
    publisher,
    url: [seen.canonical, ld.url, said('og:url'), savedFrom(tree)].find(isWebAddress) ?? '',
    published:
      [
        ld.published,
        said(
          'citation_publication_date',
          'article:published_time',
          'datepublished',
          'dc.date',
          'dcterms.created',
          'dcterms.issued',
          'date',
          'pubdate',
          'created',
        ),
        seen.time,
      ]
        .map(readDate)
        .find((date) => date !== null) ?? null,
    language: seen.language || said('og:locale', 'content-language', 'language', 'dc.language') || ld.language,
  };
}

/** What the page's relative links count from: its `<base>`, else its own address. */
export function baseOf(tree: Root, { url }: Claims): string | null {
  for (const element of elementsIn(tree)) {
    if (element.tagName === 'base' && isWebAddress(attribute(element, 'href'))) return attribute(element, 'href');
  }
  return url === '' ? null : url;
}

function isPublication(itemProp: string, pubDate: unknown): boolean {
  return itemProp.includes('datePublished') || (pubDate !== undefined && pubDate !== false);
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\//i.test(address) && URL.canParse(address);
}

/** Facebook's `article:author` is the address of a page, not a name. */
function personal(author: string): string {
  return isWebAddress(author) ? '' : author;
}

/** `Headline | Site` and `Headline - Site` without the site. */
function withoutSite(title: string, publisher: string): string {
  if (publisher === '' || !title.endsWith(publisher)) return title;
  const head = title.slice(0, -publisher.length).replace(/\s*[|–—·:-]\s*$/, '');
  return head === '' ? title : head;
}

/** Browsers write where a page was saved from into a comment at its top. */
function savedFrom(tree: Root): string {
  for (const node of tree.children) {
    const address = node.type === 'comment' ? /^\s*saved from url=\(\d+\)(\S+)\s*$/.exec(node.value)?.[1] : undefined;
    if (address !== undefined) return address;
  }
  return '';
}

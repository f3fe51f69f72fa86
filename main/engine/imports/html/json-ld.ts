/** What schema.org data in a page says of its article; empty where it says nothing. */
export interface LinkedClaims {
  title: string;
  author: string;
  publisher: string;
  url: string;
  published: string;
  language: string;
}

const articleType = /(Article|BlogPosting|Report|Posting)$/;

/** Reads a page's JSON-LD blocks. One that is no JSON is passed over, as search engines do. */
export function readJsonLd(blocks: readonly string[]): LinkedClaims {
  const article = blocks
    .flatMap((block) => thingsIn(parse(block)))
    .find((thing) => [thing['@type']].flat().some((type) => typeof type === 'string' && articleType.test(type)));
  const { headline, name, author, publisher, url, mainEntityOfPage, datePublished, inLanguage } = article ?? {};
  return {
    title: textIn(headline) || textIn(name),
    author: [author].flat().map(textIn).filter(Boolean).join(', '),
    publisher: textIn(publisher),
    url: textIn(url) || addressIn(mainEntityOfPage),
    published: textIn(datePublished),
    language: textIn(inLanguage),
  };
}

type Thing = Record<string, unknown>;

function parse(block: string): unknown {
  try {
    return JSON.parse(block);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The things at the top of a block: one, a list, or a graph of them. */
function thingsIn(value: unknown): Thing[] {
  return [value].flat().flatMap((thing) => (isThing(thing) ? [thing, ...[thing['@graph']].flat().filter(isThing)] : []));
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or the name of the person or organisation that stands for it. */
function textIn(value: unknown): string {
  const text = isThing(value) ? value.name : value;
  return typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : '';
}

function addressIn(value: unknown): string {
  const address = isThing(value) ? value['@id'] : value;
  return typeof address === 'string' ? address : '';
}

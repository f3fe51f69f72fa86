import { citationsOf, type PersonName } from './citation.ts';
import type { Selection } from './selection.ts';

/** BibTeX with the fields of BibLaTeX where BibTeX has none, in UTF-8. */
export function writeBibtex({ documents }: Selection): string {
  return citationsOf(documents)
    .map(({ key, title, authors, publisher, url, doi, published, accessed, language }) => {
      const fields: [string, string][] = [
        ['author', authors.map(name).join(' and ')],
        // A second pair of braces keeps its capitals.
        ['title', `{${literal(title)}}`],
        [url === '' ? 'publisher' : 'organization', literal(publisher)],
        ['year', published[0] ?? ''],
        ['date', published.join('-')],
        ['url', verbatim(url)],
        ['doi', verbatim(doi)],
        ['urldate', accessed.join('-')],
        ['langid', language],
      ];
      const known = fields.filter(([, value]) => value !== '').map(([field, value]) => `  ${field} = {${value}},\n`);
      return `@${url === '' ? 'misc' : 'online'}{${key},\n${known.join('')}}\n`;
    })
    .join('\n');
}

function name({ family, given }: PersonName): string {
  return given === '' ? `{${literal(family)}}` : `${literal(family)}, ${literal(given)}`;
}

const commands: Readonly<Record<string, string>> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };

/** Text in which TeX takes no sign for its own, and no two for one: `--` is a dash to it. */
function literal(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\~^&%$#_{}]/g, (sign) => commands[sign] ?? `\\${sign}`)
    .replace(/(?<=([-`',]))(?=\1)/g, '{}');
}

/** An address stands as it is, but for braces, which would not pair. */
function verbatim(url: string): string {
  return url.replace(/[{}\s]/g, encodeURIComponent);
}

import { citationsOf } from './citation.ts';
import type { Selection } from './selection.ts';

/** RIS, a tag and a value a line, in the form that Zotero and EndNote write. */
export function writeRis({ documents }: Selection): string {
  return citationsOf(documents)
    .map(({ key, title, authors, publisher, url, doi, published, accessed, language }) => {
      const lines: [string, string][] = [
        ['TY', url === '' ? 'GEN' : 'ELEC'],
        ['ID', key],
        ['TI', title],
        ...authors.map(({ family, given }): [string, string] => ['AU', given === '' ? family : `${family}, ${given}`]),
        [url === '' ? 'PB' : 'T2', publisher],
        ['PY', published[0] ?? ''],
        ['DA', date(published)],
        ['Y2', date(accessed)],
        ['LA', language],
        ['UR', url],
        ['DO', doi],
      ];
      const known = lines.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${value.replace(/\s+/g, ' ')}`);
      return `${[...known, 'ER  - '].join('\r\n')}\r\n`;
    })
    .join('\r\n');
}

/** What is not known is left empty between slashes. */
function date([year = '', month = '', day = '']: readonly string[]): string {
  return year === '' ? '' : `${year}/${month}/${day}`;
}

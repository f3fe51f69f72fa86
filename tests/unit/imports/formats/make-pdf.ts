/** A piece of text where a page draws it. Points, y upwards from the page's bottom. */
export interface Words {
  x: number;
  y: number;
  text: string;
  size?: number;
  bold?: boolean;
  /** The text is in the codes of GBK, in hexadecimal, for a Chinese font that the file does not bring along. */
  gbk?: boolean;
}

export interface PdfPage {
  words: readonly Words[];
  /** A picture over the whole page. */
  picture?: boolean;
  /** Web addresses of areas: left, bottom, right, top. */
  links?: readonly { area: readonly [number, number, number, number]; url: string }[];
}

export interface PdfParts {
  pages: readonly PdfPage[];
  /** The information dictionary. */
  info?: Readonly<Record<string, string>>;
  /** As a page label dictionary is written: `<< /Nums [0 << /S /r >>] >>`. */
  labels?: string;
  /** Titles of bookmarks with their pages, from 0. */
  bookmarks?: readonly { title: string; page: number }[];
}

/** Writes a PDF of A4 pages in Helvetica: no encoding but ASCII, nothing compressed. */
export function makePdf({ pages, info = {}, labels, bookmarks = [] }: PdfParts): Uint8Array<ArrayBuffer> {
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const catalog = 1;
  const tree = 2;
  const firstPage = 7;
  const pageAt = (index: number) => firstPage + index * 2;
  const outlineAt = firstPage + pages.length * 2;
  const outlines = bookmarks.length > 0 ? `/Outlines ${outlineAt} 0 R` : '';
  add(`<< /Type /Catalog /Pages ${tree} 0 R ${outlines} ${labels === undefined ? '' : `/PageLabels ${labels}`} >>`);
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${pageAt(index)} 0 R`).join(' ')}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
  add(stream('/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8', 'abcd'));
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 ' +
      '/BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>] >>',
  );
  for (const [index, { words, picture, links = [] }] of pages.entries()) {
    const annotations = links.map(
      ({ area, url }) => `<< /Type /Annot /Subtype /Link /Rect [${area.join(' ')}] /A << /S /URI /URI ${literal(url)} >> >>`,
    );
    add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Contents ${pageAt(index) + 1} 0 R /Annots [${annotations.join(' ')}] ` +
        '/Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 6 0 R >> /XObject << /I 5 0 R >> >> >>',
    );
    const drawn = words.map(({ x, y, text, size = 10, bold = false, gbk = false }) => {
      const font = gbk ? 'F3' : bold ? 'F2' : 'F1';
      return `BT /${font} ${size} Tf ${x} ${y} Td ${gbk ? `<${text}>` : literal(text)} Tj ET`;
    });
    add(stream('', [...(picture === true ? ['q 595 0 0 842 0 0 cm /I Do Q'] : []), ...drawn].join('\n')));
  }
  if (bookmarks.length > 0) {
    add(`<< /Type /Outlines /First ${outlineAt + 1} 0 R /Last ${outlineAt + bookmarks.length} 0 R /Count ${bookmarks.length} >>`);
    bookmarks.forEach(({ title, page }, index) => {
      const next = index + 1 < bookmarks.length ? `/Next ${outlineAt + index + 2} 0 R` : '';
      add(`<< /Title ${literal(title)} /Parent ${outlineAt} 0 R ${next} /Dest [${pageAt(page)} 0 R /Fit] >>`);
    });
  }
  add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} ${literal(value)}`)
      .join(' ')} >>`,
  );
  return assemble(objects, catalog);
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function literal(text: string): string {
  return `(${text.replace(/[\\()]/g, '\\$&')})`;
}

/** Numbers the objects, and lists where each begins. The last is the information dictionary. */
function assemble(objects: readonly string[], catalog: number): Uint8Array<ArrayBuffer> {
  let text = '%PDF-1.4\n';
  const places = objects.map((body, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `<< /Size ${objects.length + 1} /Root ${catalog} 0 R /Info ${objects.length} 0 R >>`;
  const whole = `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${text.length}\n%%EOF\n`;
  return Uint8Array.from(whole, (character) => character.charCodeAt(0));
}

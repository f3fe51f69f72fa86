import { childAt, descendantsOf, readXml, xmlTextOf } from '../containers/xml.ts';
import { attribute, elementsIn, textOf } from '../html/hast.ts';
import { readXhtml, typesOf } from './epub-chapter.ts';
import { epubPrefixes, resolveIn } from './epub-paths.ts';

/** The titles of a book's files by their paths, out of its table of contents: a page of its own, as EPUB 3 has it. */
export function readContentsPage(path: string, bytes: Uint8Array): Map<string, string> {
  const contents = [...elementsIn(readXhtml(bytes))].find((element) => element.tagName === 'nav' && typesOf(element).includes('toc'));
  const labels = new Map<string, string>();
  for (const element of contents === undefined ? [] : elementsIn(contents)) {
    if (element.tagName === 'a') add(labels, path, attribute(element, 'href'), textOf(element));
  }
  return labels;
}

/** The same, as EPUB 2 has it: a file in a format of its own, NCX. */
export function readNcx(path: string, bytes: Uint8Array): Map<string, string> {
  const labels = new Map<string, string>();
  for (const point of descendantsOf(readXml(bytes, epubPrefixes), 'ncx:navPoint')) {
    add(labels, path, childAt(point, 'ncx:content')?.attributes.src ?? '', xmlTextOf(childAt(point, 'ncx:navLabel', 'ncx:text')));
  }
  return labels;
}

/** What leads to a place further down in a file is not the file's title. */
function add(labels: Map<string, string>, path: string, href: string, label: string): void {
  const target = resolveIn(path, href);
  if (target !== null && target.fragment === '' && label !== '' && !labels.has(target.path)) labels.set(target.path, label);
}

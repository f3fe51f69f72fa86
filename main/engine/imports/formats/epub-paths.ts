import type { Prefixes } from '../containers/xml.ts';

export const epubPrefixes: Prefixes = {
  'urn:oasis:names:tc:opendocument:xmlns:container': 'c',
  'http://www.idpf.org/2007/opf': 'opf',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://www.w3.org/2001/04/xmlenc#': 'enc',
  'http://www.daisy.org/z3986/2005/ncx/': 'ncx',
};

/** A file of the book as another refers to it: its path in the archive, and the place in it; null for what is not in the book. */
export function resolveIn(path: string, href: string): { path: string; fragment: string } | null {
  if (/^[a-z][a-z\d+.-]*:/i.test(href)) return null;
  const [target = '', fragment = ''] = href.split('#', 2);
  if (target === '') return { path, fragment };
  const steps = target.startsWith('/') ? [] : path.split('/').slice(0, -1);
  for (const step of unescaped(target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return { path: steps.join('/'), fragment: unescaped(fragment) };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text).normalize();
  } catch {
    // A name with a bare percent sign, not escaped at all.
    return text.normalize();
  }
}

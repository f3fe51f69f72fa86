import type { PDFDocumentProxy } from './pdfjs.ts';

/** An entry of a PDF's own table of contents. */
export interface Bookmark {
  title: string;
  /** 1 for the topmost. */
  level: number;
  /** The page it leads to; null where the file does not say. */
  page: number | null;
}

/** More bookmarks than this are not read. */
const most = 5_000;

interface Entry {
  title: string;
  dest: unknown;
  items: Entry[];
}

/** The bookmarks of a PDF, in order; none where they cannot be read. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<Bookmark[]> {
  const bookmarks: Bookmark[] = [];
  const walk = async (entries: readonly Entry[], level: number): Promise<void> => {
    for (const { title, dest, items } of entries) {
      if (bookmarks.length >= most) return;
      bookmarks.push({ title, level, page: await pageOf(pdf, dest) });
      await walk(items, level + 1);
    }
  };
  const outline: Entry[] | null = await pdf.getOutline().catch(() => null);
  await walk(outline ?? [], 1);
  return bookmarks;
}

async function pageOf(pdf: PDFDocumentProxy, dest: unknown): Promise<number | null> {
  try {
    const target: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const page: unknown = Array.isArray(target) ? target[0] : null;
    if (typeof page === 'number') return page;
    return isReference(page) ? await pdf.getPageIndex(page) : null;
  } catch {
    // A bookmark that leads nowhere still names its heading.
    return null;
  }
}

function isReference(value: unknown): value is { num: number; gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}

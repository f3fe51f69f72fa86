import type { Draft } from '../draft.ts';
import { readClaims } from './pdf/claims.ts';
import { createEdges } from './pdf/edges.ts';
import { readColumns, toBlocks } from './pdf/flow.ts';
import { createFonts } from './pdf/fonts.ts';
import { dropFurniture } from './pdf/furniture.ts';
import { markHeadings } from './pdf/headings.ts';
import { createHyphens } from './pdf/hyphens.ts';
import { checkWhole } from './pdf/integrity.ts';
import { openPdf } from './pdf/library.ts';
import { measure } from './pdf/measure.ts';
import { noticesOf } from './pdf/notices.ts';
import { readOutline } from './pdf/outline.ts';
import { readPages } from './pdf/read-pages.ts';
import { bracketNotes } from './pdf/references.ts';
import { lettingStraysGo } from './pdf/strays.ts';
import { toTree } from './pdf/to-tree.ts';

/**
 * Reads a PDF's text layer: in reading order, lines rejoined to paragraphs over columns and pages, without running heads
 * and page numbers, each block with its page. A PDF without text gives an empty tree and says so in a notice. Throws
 * `unsupported` where it needs a password, `invalid` where it is no PDF, cut short or damaged throughout.
 */
export async function readPdf(bytes: Uint8Array): Promise<Draft> {
  checkWhole(bytes);
  return lettingStraysGo(() => readWhole(bytes));
}

async function readWhole(bytes: Uint8Array): Promise<Draft> {
  const { pdf, close } = await openPdf(bytes);
  try {
    const { pages, labels, unread } = await readPages(pdf, createFonts());
    const claims = await readClaims(pdf);
    const bookmarks = await readOutline(pdf);
    const notices = noticesOf(pages, labels, unread);
    dropFurniture(pages);
    const paged = readColumns(pages);
    const columns = paged.flatMap((page) => page.columns);
    const style = { measure: measure(columns), edges: createEdges(columns), hyphens: createHyphens() };
    for (const rows of columns) style.hyphens.learn(rows.map(({ text }) => text));
    const blocks = toBlocks(paged, style);
    markHeadings(blocks, bookmarks, style.measure);
    bracketNotes(blocks);
    return { tree: toTree(blocks, labels), claims, base: null, notices };
  } finally {
    await close();
  }
}

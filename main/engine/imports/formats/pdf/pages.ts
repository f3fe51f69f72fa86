import type { Fonts } from './fonts.ts';
import { applyTo, combine, type Matrix, matrixOf, quarterTurns, uprightPoint } from './geometry.ts';
import { library } from './library.ts';
import { cutAtLinks, linkAreas } from './links.ts';
import { type PageText, readText, type TextItem } from './page-text.ts';
import type { PDFPageProxy } from './pdfjs.ts';
import { segmentsOf } from './segments.ts';
import type { Page, Run, Sheet } from './shapes.ts';

/** Reads one page, and gives back the memory that pdf.js holds for it. */
export async function readPage(page: PDFPageProxy, label: string, fonts: Fonts): Promise<Page> {
  try {
    const text = await readText(page);
    await fonts.learn(page, text.families);
    const { transform, width, height } = page.getViewport({ scale: 1 });
    const toPage = matrixOf(transform);
    const areas = text.items.length === 0 ? [] : linkAreas(await page.getAnnotations(), toPage);
    const turned = Map.groupBy(
      text.items.map((item, order) => toRun(item, order, text, toPage, fonts)),
      ({ turns }) => turns,
    );
    const sheets = [...turned].map(([turns, runs]): Sheet => {
      const upright = runs.map(({ run }) => run);
      const links = turns === 0 ? areas : [];
      return { segments: segmentsOf(upright.flatMap((run) => cutAtLinks(run, links))), ...frame(turns, width, height) };
    });
    return {
      index: page.pageNumber - 1,
      label,
      sheets: sheets.sort((one, other) => other.segments.length - one.segments.length),
      drawn: text.items.length === 0 && (await isDrawn(page)),
    };
  } finally {
    page.cleanup();
  }
}

function toRun(item: TextItem, order: number, text: PageText, toPage: Matrix, fonts: Fonts): { turns: number; run: Run } {
  const matrix = combine(toPage, matrixOf(item.transform));
  const downwards = text.vertical.has(item.font);
  const turns = downwards ? 1 : quarterTurns(matrix[0], matrix[1]);
  const origin = applyTo(matrix, 0, 0);
  const { x, y } = uprightPoint(turns, origin.x, origin.y);
  const run: Run = {
    ...fonts.look(item.font),
    text: item.text,
    left: x,
    right: x + (downwards ? item.height : item.width),
    baseline: y,
    size: (downwards ? item.width : Math.hypot(matrix[2], matrix[3])) || 1,
    href: null,
    order,
    spaced: item.spaced,
    artifact: item.artifact,
  };
  return { turns, run };
}

/** The top and bottom of the page as seen when turned. */
function frame(turns: number, width: number, height: number): { top: number; bottom: number } {
  if (turns === 1) return { top: -width, bottom: 0 };
  if (turns === 2) return { top: -height, bottom: 0 };
  return { top: 0, bottom: turns === 3 ? width : height };
}

/** So many square points, and it is a picture. */
const pictureArea = 2_500;
/** So many shapes, and they may be letters. */
const manyShapes = 20;

/** Whether a page without text shows anything. Images themselves are passed over, but what sets their size stays. */
async function isDrawn(page: PDFPageProxy): Promise<boolean> {
  const { OPS } = await library();
  const { fnArray, argsArray } = await page.getOperatorList();
  const shapes = fnArray.filter((operator: number) => operator === OPS.constructPath).length;
  const pictures = fnArray.some((operator: number, index: number) => {
    if (operator !== OPS.transform || !Array.isArray(argsArray[index])) return false;
    const [a, b, c, d] = matrixOf(argsArray[index]);
    return Math.abs(a * d - b * c) > pictureArea;
  });
  return pictures || shapes > manyShapes;
}

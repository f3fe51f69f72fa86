import { pageList } from './locators.ts';
import type { Page } from './shapes.ts';

/** This share of a text's characters without a meaning, and it cannot be read. */
const garbled = 0.3;

/** What the analyst should know of the reading: pages that are pictures, could not be read, or whose letters have no names. */
export function noticesOf(pages: readonly Page[], labels: readonly string[], unread: readonly number[]): string[] {
  const notices: string[] = [];
  const pictures = pages.filter(({ sheets, drawn }) => sheets.length === 0 && drawn).map(({ index }) => index);
  if (pages.every(({ sheets }) => sheets.length === 0)) {
    notices.push(
      'It has no text layer: its pages are pictures, a scan perhaps, so there is no text to read, search or tag. The original is kept. Recognise its text with an OCR program, then bring the new file in for this document.',
    );
  } else if (pictures.length > 0) {
    notices.push(
      `${countPages(pictures, labels)} no text layer, only pictures, a scan perhaps: their words are not in the text. Recognise them with an OCR program, then bring the new file in for this document.`,
    );
  }
  if (unread.length > 0)
    notices.push(`${countPages(unread, labels).replace(/ ha(s|ve)$/, '')} could not be read: the file is damaged there.`);
  const odd = pages.filter(isGarbled).map(({ index }) => index);
  if (odd.length > 0) {
    notices.push(
      `${countPages(odd, labels)} letters that the file does not name, so that their text is garbled. Recognise them with an OCR program, then bring the new file in for this document.`,
    );
  }
  return notices;
}

function countPages(indexes: readonly number[], labels: readonly string[]): string {
  return indexes.length === 1 ? `Page ${pageList(indexes, labels)} has` : `Pages ${pageList(indexes, labels)} have`;
}

/** Whether most characters of a page are of private use or none at all. */
function isGarbled({ sheets }: Page): boolean {
  let all = 0;
  let odd = 0;
  for (const { segments } of sheets) {
    for (const { runs } of segments) {
      for (const { text } of runs) {
        all += text.length;
        odd += text.match(/[\ue000-\uf8ff\ufffd]/g)?.length ?? 0;
      }
    }
  }
  return odd > all * garbled;
}

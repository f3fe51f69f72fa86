import { ArmillaryError } from '../../../../contract/index.ts';

/** Ten books of a thousand pages; a few bytes a paragraph can stand for more than there is memory. */
const mostParagraphs = 200_000;

/** Counts the paragraphs of one document as they are read, and throws where they are too many to be one. */
export function createParagraphLimit(): () => void {
  let paragraphs = 0;
  return () => {
    paragraphs += 1;
    if (paragraphs <= mostParagraphs) return;
    throw new ArmillaryError(
      'unsupported',
      `It has more than ${mostParagraphs.toLocaleString('en')} paragraphs, the most that can be read of a document. Nothing was imported. Split it, or paste the part you need.`,
    );
  };
}

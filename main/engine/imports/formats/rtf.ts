import { ArmillaryError } from '../../../../contract/index.ts';
import { readDate } from '../dates.ts';
import type { Draft } from '../draft.ts';
import { toTree } from './flow.ts';
import { noticesOf } from './notices.ts';
import { readRtfBody } from './rtf-body.ts';

/**
 * Reads rich text: structure as far as the format has it, notes, links, tracked changes as if accepted, and its
 * properties. Throws an `ArmillaryError` where it is no RTF or cut short.
 */
export function readRtf(bytes: Uint8Array): Draft {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 64)).trimStart();
  if (!start.startsWith('{\\rtf')) {
    throw new ArmillaryError(
      'invalid',
      'This is not rich text (.rtf), whatever its name says. Nothing was imported. If it opens in another program, save it anew there and import that.',
    );
  }
  const { header, blocks, notes, counts, isWhole } = readRtfBody(bytes);
  if (!isWhole) {
    throw new ArmillaryError(
      'invalid',
      'It breaks off before its end, so it is cut short or damaged. Nothing of it was imported. Get the file again from where it came from.',
    );
  }
  const { title, author, company, made } = header;
  return {
    tree: toTree(blocks, notes),
    claims: {
      title: title.trim(),
      author: author.trim(),
      publisher: company.trim(),
      url: '',
      published: readDate(`${made.yr}-${made.mo}-${made.dy}`),
      language: '',
    },
    base: null,
    notices: noticesOf(counts),
  };
}

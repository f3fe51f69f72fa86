import type { Nodes } from 'mdast';
import { ArmillaryError } from '../../../../contract/index.ts';

/** Levels. Chromium itself stops nesting elements at 512. */
export const deepest = 512;

export function tooDeep(): ArmillaryError {
  return new ArmillaryError(
    'invalid',
    'Its parts are nested far deeper than any text needs: it may be damaged. It was not imported. If another program shows it, copy the text there and paste it here.',
  );
}

/** Throws where a tree is nested deeper than recursive readers may go. Walks it level by level, so that it can not itself run out of stack. */
export function boundDepth(tree: Nodes): void {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw tooDeep();
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
}

import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, parseFragment, serialize, type TreeAdapter } from 'parse5';
import { ArmillaryError } from '../../../../contract/index.ts';
import { deepest, tooDeep } from './depth.ts';

/** Far more than a book has; a few bytes of unclosed tags can stand for more. */
const mostElements = 2_000_000;

/** A page as it was parsed, and as well-formed HTML for readers that parse on their own. */
export interface Page {
  tree: Root;
  serialize(): string;
}

/** Parses a page as browsers do, scripts off. Throws where it is nested too deep for what reads it next. */
export function parsePage(source: string): Page {
  const page = parse(source, { treeAdapter: boundedAdapter(), scriptingEnabled: false });
  return { tree: rootOf(fromParse5(page)), serialize: () => serialize(page) };
}

/** Parses a piece of HTML: what was copied, what an extractor gives. */
export function parsePiece(source: string): Root {
  return rootOf(fromParse5(parseFragment(source, { treeAdapter: boundedAdapter(), scriptingEnabled: false })));
}

function rootOf(tree: ReturnType<typeof fromParse5>): Root {
  if (tree.type === 'root') return tree;
  return { type: 'root', children: tree.type === 'doctype' ? [] : [tree] };
}

/** Stops while parsing: the parser itself is slow on what is nested without end. */
function boundedAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
  let depth = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      depth += 1;
      if (depth > deepest) throw tooDeep();
    },
    onItemPop() {
      depth -= 1;
    },
    createElement(...parts) {
      elements += 1;
      if (elements > mostElements) {
        throw new ArmillaryError(
          'invalid',
          `It has more than ${mostElements.toLocaleString('en')} elements. It was not imported: split it, or paste the part you need.`,
        );
      }
      return defaultTreeAdapter.createElement(...parts);
    },
  };
}

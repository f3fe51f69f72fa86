import type { Plugin } from 'vite';

/*
 * Lexical keeps a document's whole text beside its state, and makes it anew at each key out of every block: in a book of
 * ten thousand, longer than all else it does, and half a megabyte of garbage. While one block is typed in, what stands
 * before it and after it stays as it was; so the window's Lexical remembers these two and joins them to the block.
 *
 * Nothing from outside can set this, so Lexical's own file is changed as it is bundled. Its version is exact, and a build
 * with another file than this was written for fails. The tests do to both what an analyst does, and compare.
 */

/** What stands in Lexical's file, each once, and what comes in its place; the names are those of the minified file. */
const changes: readonly [from: string, to: string][] = [
  // Whatever else happens to the root's children, what is remembered of them counts no more.
  ['void 0===c&&e(351,n.__key);', 'void 0===c&&e(351,n.__key);const typed=lastTyped;lastTyped=null;'],
  // At the end of a text Lexical cuts the old text and appends to it, which copies all of it.
  ['if(!sn&&"string"==typeof i&&void 0!==u){', 'if(!sn&&"string"==typeof i&&void 0!==u&&(0!==a||"root"!==t.__key)){'],
  // `En` reconciles a block and adds its text to `$e`, which is empty here.
  [
    'if(0===a){let n=t.__first,o=0;',
    'if(0===a){const only="root"===t.__key&&void 0!==u&&1===u.size?u.values().next().value:null;' +
      'if(null!==only&&null!==typed&&typed.dom===c&&typed.key===only){' +
      'En(only,l);$e=typed.before+$e+typed.after;lastTyped=typed;return c.__lexicalTextContent=$e,void($e=r+$e)}' +
      'let before=null,own="",n=t.__first,o=0;',
  ],
  [
    'if(r)En(n,l);else{let o,r;if(yl(t)){r=en.get(n);',
    'if(n===only)before=$e,$e="",En(n,l),own=$e,$e="";else if(r)En(n,l);else{let o,r;if(yl(t)){r=en.get(n);',
  ],
  [
    'return c.__lexicalTextContent=$e,c.__lexicalFirstTextKey=Ve,void($e=r+$e)}}if(1===i&&1===s){',
    'return null!==before&&(lastTyped={dom:c,key:only,before,after:$e},$e=before+own+$e),' +
      'c.__lexicalTextContent=$e,c.__lexicalFirstTextKey=Ve,void($e=r+$e)}}if(1===i&&1===s){',
  ],
];

/** Lexical's file with the text of the root kept in three. Throws where it is not the file that this was written for. */
export function keepRootText(source: string): string {
  return changes.reduce((text, [from, to]) => {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`Lexical has changed: scripts/lexical-root-text.ts looks for ${from}`);
    return parts.join(to);
  }, `let lastTyped=null;${source}`);
}

/** Has Vite bundle Lexical so. */
export function lexicalRootText(): Plugin {
  let done = false;
  return {
    name: 'lexical-root-text',
    transform: {
      filter: { id: /\/lexical\/dist\/Lexical\.prod\.js$/ },
      handler(source) {
        done = true;
        return { code: keepRootText(source), map: null };
      },
    },
    buildEnd(error) {
      if (error === undefined && !done) this.error('Lexical was not found where scripts/lexical-root-text.ts looks for it');
    },
  };
}

import type { Nodes, Root } from 'hast';
import { type Schema, sanitize } from 'hast-util-sanitize';

/**
 * What may come in, whatever the file says: the structure of a text and its links. Nothing that runs, loads, styles or
 * is hidden. A tag that is neither listed here nor stripped is replaced by what it holds.
 */
const schema: Schema = {
  tagNames: [
    ...[
      'p',
      'div',
      'section',
      'article',
      'main',
      'header',
      'footer',
      'aside',
      'address',
      'hgroup',
      'figure',
      'figcaption',
      'details',
      'summary',
    ],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'hr', 'br'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'menu'],
    ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
    ...[
      'a',
      'b',
      'strong',
      'i',
      'em',
      'cite',
      'dfn',
      'var',
      'u',
      'ins',
      's',
      'strike',
      'del',
      'code',
      'kbd',
      'samp',
      'tt',
      'sub',
      'sup',
      'q',
    ],
    'input',
  ],
  attributes: {
    // Where in the original a block stands: only text for people, whoever wrote it. Plain text keeps its white space.
    '*': ['dataLocator', 'dataVerbatim'],
    a: ['href'],
    ol: ['start'],
    // A task list's box.
    input: [['type', 'checkbox'], 'checked'],
    // Google Docs wraps all it copies in a <b> that is not bold.
    b: [['style', /^font-weight:\s*normal;?$/]],
  },
  // A relative address passes here and is resolved, or dropped, where it becomes a link.
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: [
    ...['script', 'style', 'noscript', 'template', 'head', 'title', 'meta', 'link', 'base'],
    ...['iframe', 'frame', 'frameset', 'noframes', 'object', 'embed', 'applet', 'param', 'portal', 'fencedframe'],
    ...['svg', 'math', 'canvas', 'img', 'picture', 'source', 'audio', 'video', 'track', 'map', 'area'],
    ...['nav', 'button', 'select', 'option', 'optgroup', 'datalist', 'textarea', 'progress', 'meter', 'dialog'],
    ...['rt', 'rp', 'xml', 'plaintext', 'xmp', 'noembed'],
  ],
  ancestors: {},
  clobber: [],
  required: {},
  allowComments: false,
  allowDoctypes: false,
};

/** The door: every imported or pasted text passes it, and only what it lets through is read further. */
export function sanitise(tree: Nodes): Root {
  const clean = sanitize(tree, schema);
  if (clean.type === 'root') return clean;
  return { type: 'root', children: clean.type === 'doctype' ? [] : [clean] };
}

import { heading, item, link, list, mark, paragraph, state, text } from '../helpers.ts';

/** Passages that overlap, meet, nest, run over blocks and links, and stand in several scripts. */
export const opening = state(
  heading('h1', text('Ports of the '), mark(['a'], text('far north'))),
  paragraph(
    text('See '),
    mark(['a'], text('one ')),
    mark(['a', 'b'], text('two ')),
    mark(['b'], text('three')),
    mark(['c'], text(' 日本語 👍')),
    text(' end.'),
  ),
  paragraph(mark(['b'], text('bold ', 1)), link('https://example.org/', text('a '), mark(['b', 'c'], text('link'))), text(' سلام ')),
  list(item(mark(['c'], text('cafe\u0301'))), item(text('and tea'))),
  paragraph(),
  paragraph(text('the rest of the trade')),
);

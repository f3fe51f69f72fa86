import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { EditorState } from '../../../contract/index.ts';

/** Of our own sheet what decides the cost: the measure and leading of the text, and blocks out of sight left alone. */
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,"><style>
body { margin: 0; font: 14px sans-serif }
#scroller { height: 90vh; overflow: auto }
#text { max-width: 700px; margin: 0 auto; font: 17.5px/1.6 serif; outline: none }
#text > * { content-visibility: auto; contain-intrinsic-size: auto none auto 112px; margin: 0 0 0.7em }
</style><button id="open">Open</button> <button id="save">Save</button> <output id="status"></output>
<div id="scroller" data-scroller><div id="text" contenteditable role="textbox" spellcheck="true"></div></div>
<script type="module" src="/bare.js"></script></html>`;

/** Serves the bare editor with its texts, and takes what it saves to disk. */
export async function serveBare(folder: string, texts: { book: EditorState; leaflet: EditorState }) {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'bare.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'chrome130',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production'],
  });
  const answers: Record<string, [type: string, body: string]> = {
    '/': ['text/html', page],
    '/bare.js': ['text/javascript', built.outputFiles[0]?.text ?? ''],
    '/book.json': ['application/json', JSON.stringify(texts.book)],
    '/leaflet.json': ['application/json', JSON.stringify(texts.leaflet)],
  };
  const server = createServer(async (request, response) => {
    if (request.method === 'PUT') {
      const file = await open(join(folder, 'saved.json'), 'w');
      for await (const chunk of request) await file.write(chunk);
      await file.sync();
      await file.close();
      response.writeHead(204).end();
      return;
    }
    const answer = answers[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': answer[0] }).end(answer[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

/** Builds everything that runs into build/: the bundles of main/ with esbuild, the window with Vite. */
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build as buildPages } from 'vite';
import { linkTerminal, markBuilt, root, sourcesHash } from './setup.mjs';

const inRoot = (path) => join(root, path);

// Taken before: a source changed during the build makes the next start build again.
const hash = sourcesHash();

/** Loaded at run time: the native module, and what only some machines have. */
const external = ['better-sqlite3', 'electron', 'bufferutil', 'utf-8-validate', 'canvas'];

/** Their names change with what is in them, so that old ones would stay. */
function removeParts() {
  if (!existsSync(inRoot('build/main'))) return;
  for (const name of readdirSync(inRoot('build/main'))) if (name.startsWith('part-')) rmSync(inRoot(join('build/main', name)));
}

async function buildMain() {
  removeParts();
  // Character maps of Chinese, Japanese and Korean fonts, which pdf.js looks up by name.
  cpSync(inRoot('node_modules/pdfjs-dist/cmaps'), inRoot('build/main/cmaps'), { recursive: true });
  const common = { bundle: true, platform: 'node', external, absWorkingDir: inRoot('.'), logLevel: 'warning', sourcemap: 'linked' };
  await Promise.all([
    bundle({
      ...common,
      entryPoints: {
        engine: 'main/engine/entry.ts',
        job: 'main/engine/jobs/thread.ts',
        reader: 'main/engine/imports/threads/reader-worker.ts',
        cli: 'main/cli/main.ts',
      },
      outdir: 'build/main',
      format: 'esm',
      // The reader of each format is a file of its own, loaded when it is first needed. All lie in one folder: some look
      // for their neighbours there.
      splitting: true,
      chunkNames: 'part-[name]-[hash]',
      target: 'node24',
      // Some bundled packages are CommonJS and call require for Node's own modules.
      banner: { js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);" },
    }),
    // For Electron's own Node, which may be older than ours. CommonJS, which is read at once: a module may come too late to
    // say what must be said before the app is ready.
    bundle({
      ...common,
      entryPoints: { desktop: 'main/desktop/main.ts' },
      outdir: 'build/main',
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      target: 'node20',
      define: { 'import.meta.url': 'thisFile' },
      banner: { js: "const thisFile = require('node:url').pathToFileURL(__filename).href;" },
    }),
    // A sandboxed preload script is one CommonJS file.
    bundle({
      ...common,
      entryPoints: { preload: 'main/desktop/preload.ts' },
      outdir: 'build/main',
      outExtension: { '.js': '.cjs' },
      format: 'cjs',
      target: 'chrome130',
    }),
  ]);
}

// Each to its end, so that what is wrong in one is said beside what is wrong in the other.
const results = await Promise.allSettled([buildMain(), buildPages({ configFile: inRoot('vite.config.ts'), logLevel: 'warn' })]);
const failures = results.filter((result) => result.status === 'rejected');
for (const { reason } of failures) console.error(reason.message);
if (failures.length > 0) process.exit(1);
linkTerminal();
markBuilt(hash);

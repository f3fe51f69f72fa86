import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lexicalRootText } from './scripts/lexical-root-text.ts';

/** The window, built into one folder of static files that Electron's `app://` and the loopback host both serve. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), lexicalRootText()],
  build: {
    outDir: '../build/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // The content security policy allows no data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});

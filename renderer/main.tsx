import './styles/index.ts';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app/App.tsx';
import { createShell } from './shell/create-shell.ts';
import { ShellContext } from './shell/shell.tsx';

// The content security policy refuses code made at run time, which zod otherwise uses to be faster.
z.config({ jitless: true });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <ShellContext value={createShell()}>
    <App />
  </ShellContext>,
);

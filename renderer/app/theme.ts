import { useEffect } from 'react';
import { z } from 'zod';
import { remember, useHost } from '../host/host.ts';
import { useShell } from '../shell/shell.tsx';
import { notifyError } from '../ui/index.ts';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** The theme chosen, and a function that goes on to the next. */
export function useTheme(): { theme: Theme; turn: () => void } {
  const shell = useShell();
  const theme = Theme.catch('system').parse(useHost(({ state }) => state?.preferences.theme));
  return {
    theme,
    turn: () => {
      remember(shell, { theme: next[theme] }).catch(notifyError);
    },
  };
}

/** Paints the page in the theme chosen; with `system`, as the system changes. */
export function usePaintedTheme(): void {
  const { theme } = useTheme();
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const paint = () => {
      document.documentElement.dataset.theme = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
    };
    paint();
    system.addEventListener('change', paint);
    return () => system.removeEventListener('change', paint);
  }, [theme]);
}

import { create } from 'zustand';

export interface Toast {
  id: number;
  message: string;
  /** Something went wrong: stays until it is closed. */
  error: boolean;
  action: { label: string; run: () => void } | null;
}

/** What the window says in passing, oldest first. */
export const useToasts = create<{ toasts: readonly Toast[] }>()(() => ({ toasts: [] }));

let last = 0;

/** Says something in passing, with at most one thing to do about it: most often Undo. Returns an id for `dismiss`. */
export function notify({
  message,
  action,
  error = false,
}: {
  message: string;
  action?: { label: string; run: () => void };
  error?: boolean;
}): number {
  last += 1;
  const toast: Toast = { id: last, message, error, action: action ?? null };
  useToasts.setState(({ toasts }) => ({
    // One at a time: what was said before has been seen. What went wrong stays until it is closed.
    toasts: [...toasts.filter((other) => other.error && other.message !== message), toast],
  }));
  return toast.id;
}

/** Says what went wrong, in the words of the error. */
export function notifyError(error: unknown): void {
  notify({ message: error instanceof Error ? error.message : String(error), error: true });
}

/** Takes all toasts away: what they speak of is no longer open. */
export function dismissAll(): void {
  useToasts.setState({ toasts: [] });
}

/** Takes a toast away. */
export function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

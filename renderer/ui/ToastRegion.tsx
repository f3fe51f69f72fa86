import { CircleAlert, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import styles from './ToastRegion.module.css';
import { dismiss, type Toast, useToasts } from './toast.ts';

/** How long a toast stays when nobody points at it. WCAG 2.2.1 asks for no shorter than a reader needs. */
const staysMs = 8000;

/** Where toasts appear; mounted once. They stay in reach over what floats: React Aria would otherwise hide what is outside it. */
export function ToastRegion() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className={styles.region} aria-label="Messages" data-react-aria-top-layer>
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held || toast.error) return;
    const timer = setTimeout(() => dismiss(toast.id), staysMs);
    return () => clearTimeout(timer);
  }, [held, toast]);
  const { action } = toast;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it or tabbing into it only keeps it on screen.
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {toast.error ? <CircleAlert aria-hidden size={16} className={styles.alert} /> : null}
      <span role={toast.error ? 'alert' : 'status'} className={styles.message}>
        {toast.message}
      </span>
      {action === null ? null : (
        <Button
          variant="quiet"
          onPress={() => {
            dismiss(toast.id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label="Dismiss" placement="top" onPress={() => dismiss(toast.id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}

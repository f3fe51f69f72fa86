import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  size?: 's' | 'm' | 'l' | 'xl';
  /** The title is read out but not drawn: for panels that begin with their own field. */
  bare?: boolean;
  /** There is nothing in it to focus: the body takes the focus itself, so that arrows scroll it. */
  readOnly?: boolean;
}

/** What floats over the panes. Shown while it is mounted; Esc or a press beside it closes it. */
export function Dialog({ title, onClose, children, footer, size = 'm', bare = false, readOnly = false }: DialogProps) {
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={`${styles.modal} ${styles[size]}`}>
        <AriaDialog className={styles.dialog ?? ''} {...(bare ? { 'aria-label': title } : {})}>
          {bare ? null : (
            <header className={styles.header}>
              <Heading slot="title" className={styles.title ?? ''}>
                {title}
              </Heading>
              <IconButton label="Close" keys="Escape" onPress={onClose}>
                <X aria-hidden />
              </IconButton>
            </header>
          )}
          {readOnly ? (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
            <div className={styles.body} tabIndex={0} role="document" aria-label={title}>
              {children}
            </div>
          ) : (
            <div className={bare ? styles.bare : styles.body}>{children}</div>
          )}
          {footer === undefined ? null : <footer className={styles.footer}>{footer}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, type TooltipProps } from 'react-aria-components';
import { type CommandId, commands } from '../../contract/index.ts';
import styles from './IconButton.module.css';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'aria-label'> {
  label: string;
  children: ReactNode;
  /** The command it stands for, whose key the tooltip shows. */
  command?: CommandId;
  /** A key that is no command's, as `Alt+ArrowUp`. */
  keys?: string;
  /** Whether what it toggles is on. */
  pressed?: boolean;
  placement?: NonNullable<TooltipProps['placement']>;
}

/** A picture one can press; its tooltip shows its name and key. */
export function IconButton({ label, children, command, keys, pressed, placement, ...props }: IconButtonProps) {
  const key = keys ?? (command === undefined ? null : commands[command].key);
  return (
    <Tooltip label={label} keys={key} placement={placement ?? 'bottom'}>
      <AriaButton
        {...props}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        className={styles.button ?? ''}
      >
        {children}
      </AriaButton>
    </Tooltip>
  );
}

import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, type TooltipProps as AriaTooltipProps, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import styles from './Tooltip.module.css';

/** Names what it is put round, and its key. The child must be focusable by React Aria (a Button, say). */
export function Tooltip({
  label,
  keys,
  placement = 'bottom',
  children,
}: {
  label: string;
  keys?: string | null;
  placement?: NonNullable<AriaTooltipProps['placement']>;
  children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className={styles.tooltip ?? ''} placement={placement} offset={6}>
        {label}
        {keys ? <Kbd keys={keys} /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import styles from './Button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  /** `plain` unless said: a hairline; `quiet` has none; `primary` is the one thing to do here. */
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  ref?: Ref<HTMLButtonElement>;
}

/** A verb one can press. */
export function Button({ variant = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`${styles.button} ${styles[variant]}`} />;
}

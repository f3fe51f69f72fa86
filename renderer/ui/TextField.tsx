import type { Ref } from 'react';
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components';
import field from './Field.module.css';
import styles from './TextField.module.css';

interface FieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'aria-label'> {
  label: string;
  /** The label is read out but not drawn. */
  hideLabel?: boolean;
  description?: string;
  /** What is wrong with the value, and what would be right. */
  error?: string | null;
  placeholder?: string;
}

export interface TextFieldProps extends FieldProps {
  inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. */
export function TextField({ inputRef, placeholder, ...props }: TextFieldProps) {
  return (
    <Field {...props}>
      <Input ref={inputRef ?? null} className={styles.input ?? ''} {...(placeholder === undefined ? {} : { placeholder })} />
    </Field>
  );
}

export interface TextAreaProps extends FieldProps {
  rows?: number;
  inputRef?: Ref<HTMLTextAreaElement>;
}

/** Several lines of text. */
export function TextArea({ inputRef, placeholder, rows = 4, ...props }: TextAreaProps) {
  return (
    <Field {...props}>
      <AriaTextArea
        ref={inputRef ?? null}
        rows={rows}
        className={`${styles.input} ${styles.area}`}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
    </Field>
  );
}

function Field({ label, hideLabel = false, description, error, children, ...props }: FieldProps & { children: React.ReactNode }) {
  return (
    <AriaTextField
      {...props}
      className={field.field ?? ''}
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(error === undefined ? {} : { isInvalid: error !== null })}
    >
      {hideLabel ? null : <Label className={field.label ?? ''}>{label}</Label>}
      {children}
      {description === undefined ? null : (
        <Text slot="description" className={field.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  );
}

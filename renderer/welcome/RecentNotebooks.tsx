import { BookOpen, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { RecentNotebook } from '../../contract/index.ts';
import { forgetRecent, openNotebook } from '../host/notebooks.ts';
import { useShell } from '../shell/shell.tsx';
import { IconButton } from '../ui/index.ts';
import styles from './RecentNotebooks.module.css';

const when = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** Notebooks that were open here, the last one first. */
export function RecentNotebooks({ recent, nothing }: { recent: readonly RecentNotebook[]; nothing: string }) {
  const shell = useShell();
  if (recent.length === 0) return <p className={styles.nothing}>{nothing}</p>;
  return (
    <ul className={styles.list}>
      {recent.map(({ file, name, openedAt, missing }) => (
        <li key={file} className={styles.row}>
          <AriaButton className={styles.open ?? ''} isDisabled={missing} onPress={() => void openNotebook(shell, file)}>
            <BookOpen aria-hidden size={16} className={styles.icon} />
            <span className={styles.what}>
              <span className={styles.name}>{name}</span>
              <span className={styles.file}>{file}</span>
            </span>
            <span className={styles.when}>{missing ? 'Not there now' : when.format(new Date(openedAt))}</span>
          </AriaButton>
          <IconButton label={`Forget ${name}`} placement="left" onPress={() => void forgetRecent(shell, file)}>
            <X aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

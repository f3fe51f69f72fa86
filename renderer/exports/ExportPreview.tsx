import type { Exported } from '../../contract/index.ts';
import { Spinner } from '../ui/index.ts';
import styles from './ExportDialog.module.css';
import { HtmlPreview } from './HtmlPreview.tsx';

/** UTF-16 code units of the file that are shown: some twenty screens. */
const mostShown = 40_000;

interface ExportPreviewProps {
  exported: Exported | undefined;
  /** It lists documents, not passages. */
  isBibliography: boolean;
  waiting: boolean;
  /** Whether there is anything to export yet. */
  chosen: boolean;
}

/** The beginning of the file, as it will be. */
export function ExportPreview({ exported, isBibliography, waiting, chosen }: ExportPreviewProps) {
  if (!chosen) return <p className={styles.nothing}>Choose one or several spheres.</p>;
  if (exported === undefined) return <p className={styles.nothing}>{waiting ? <Spinner label="Making the export" /> : null}</p>;
  if (isBibliography && exported.documents === 0) return <p className={styles.nothing}>There is no document here to refer to.</p>;
  if (!isBibliography && exported.entries === 0) {
    return <p className={styles.nothing}>There is no tagged passage here yet. Select text in a document and press 1, 2 or 3 to tag it.</p>;
  }
  const { content, fileName } = exported;
  return (
    <figure className={styles.figure} data-waiting={waiting || undefined}>
      <figcaption className={styles.caption}>
        <span className={styles.fileName}>{fileName}</span>
        {content.length > mostShown ? <span>the beginning</span> : null}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it. */}
      <section className={styles.scroll} aria-label="Preview" tabIndex={0}>
        {exported.mediaType.startsWith('text/html') ? (
          <HtmlPreview content={content} />
        ) : (
          <pre className={styles.text} dir="auto">
            {content.slice(0, mostShown)}
          </pre>
        )}
      </section>
    </figure>
  );
}

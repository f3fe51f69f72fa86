import { FileText, MessageSquareText, Quote } from 'lucide-react';
import type { DocumentSummary, HitKind, SearchHit, Sphere } from '../../../contract/index.ts';
import { useAsk } from '../../engine/engine.tsx';
import { sourceLine } from '../../library/source-line.ts';
import { SphereDot } from '../../ui/index.ts';
import styles from './HitRow.module.css';
import { snippetParts } from './snippet-parts.ts';

interface HitRowProps {
  hit: SearchHit;
  /** The document it was found in. */
  document: DocumentSummary | undefined;
  spheres: readonly Sphere[];
}

const icons: Record<HitKind, typeof FileText> = { document: FileText, passage: Quote, note: MessageSquareText };
const kinds: Record<HitKind, string> = { document: 'Document', passage: 'Passage', note: 'Note' };

/** What was found: where, in which words, and for a passage in which spheres. */
export function HitRow({ hit, document, spheres }: HitRowProps) {
  const Icon = icons[hit.kind];
  const source = document === undefined ? '' : sourceLine(document.source);
  return (
    <>
      <Icon aria-label={kinds[hit.kind]} size={15} className={styles.icon} />
      <span className={styles.words}>
        <span className={styles.head}>
          <span className={styles.title} dir="auto">
            {hit.title}
          </span>
          {source === '' ? null : <bdi className={styles.source}>{source}</bdi>}
          {hit.passageId === null ? null : <PassageSpheres passageId={hit.passageId} spheres={spheres} />}
        </span>
        <span className={styles.snippet} dir="auto">
          {snippetParts(hit.snippet).map(({ text, hit: isHit }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place.
            isHit ? <mark key={index}>{text}</mark> : text,
          )}
        </span>
      </span>
    </>
  );
}

function PassageSpheres({ passageId, spheres }: { passageId: string; spheres: readonly Sphere[] }) {
  const { data: passage } = useAsk('passages.get', { passageId });
  const ids = passage?.taggings.map(({ sphereId }) => sphereId) ?? [];
  const own = spheres.filter(({ id }) => ids.includes(id));
  return (
    <span className={styles.spheres} title={own.map(({ name }) => name).join(', ')}>
      {own.map((sphere) => (
        <SphereDot key={sphere.id} sphere={sphere} />
      ))}
    </span>
  );
}

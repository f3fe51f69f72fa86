import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { type Facet, Reliability, reliabilityMeanings, type SearchQuery, type Sphere } from '../../../contract/index.ts';
import { useAsk } from '../../engine/engine.tsx';
import { languageName } from '../../library/details/languages.ts';
import { SphereDot } from '../../ui/index.ts';
import { leaveOut, narrowing, placeOfNarrowing } from '../box/query-text.ts';
import rows from '../Rows.module.css';
import styles from './Facets.module.css';

const number = new Intl.NumberFormat();

const titles: Readonly<Record<Facet['kind'], string>> = {
  sphere: 'Spheres',
  language: 'Languages',
  publisher: 'Publishers',
  year: 'Years',
  grade: 'Grades',
};

/** Values of a facet in sight before more are asked for. */
const fewValues = 6;

interface FacetsProps {
  /** Null until the hits are there: they come first. */
  query: SearchQuery | null;
  text: string;
  spheres: readonly Sphere[];
  /** Takes a query in the place of the one typed. */
  onTake: (text: string) => void;
}

/** What the hits are, counted. A press narrows the query to a value, which then stands in it; another takes it out. */
export function Facets({ query, text, spheres, onTake }: FacetsProps) {
  const { data } = useAsk('search.facets', query);
  return (
    <section className={styles.facets} aria-label="Narrow the search">
      {data?.facets.map((facet) => (
        <FacetValues key={facet.kind} facet={facet} text={text} spheres={spheres} onTake={onTake} />
      ))}
    </section>
  );
}

function FacetValues({ facet: { kind, values }, text, spheres, onTake }: { facet: Facet } & Omit<FacetsProps, 'query'>) {
  const [isLong, setLong] = useState(false);
  const shown = isLong ? values : values.slice(0, fewValues);
  return (
    <div className={styles.facet}>
      <h3 className={rows.title}>{titles[kind]}</h3>
      {shown.map(({ value, count, query }) => {
        const place = placeOfNarrowing(text, narrowing(kind, query));
        const sphere = kind === 'sphere' ? sphereAt(spheres, value) : undefined;
        return (
          <Button
            key={value}
            className={`${rows.row} ${styles.value}`}
            aria-pressed={place !== null}
            onPress={() => onTake(place === null ? query : leaveOut(text, place))}
          >
            {sphere === undefined ? null : <SphereDot sphere={sphere} />}
            <span className={rows.label} dir="auto" title={titleOf(kind, value)}>
              {labelOf(kind, value)}
            </span>
            <span className={`${rows.aside} ${styles.count}`}>{place === null ? number.format(count) : <X aria-hidden size={13} />}</span>
          </Button>
        );
      })}
      {values.length > fewValues ? (
        <Button className={rows.words ?? ''} onPress={() => setLong(!isLong)}>
          {isLong ? 'Fewer' : `${values.length - fewValues} more`}
        </Button>
      ) : null}
    </div>
  );
}

function labelOf(kind: Facet['kind'], value: string): string {
  if (kind === 'language') return languageName(value);
  if (kind === 'sphere') return value.split('/').join(' › ');
  if (kind === 'grade') return titleOf(kind, value);
  return value;
}

function titleOf(kind: Facet['kind'], value: string): string {
  const { data: grade } = Reliability.safeParse(value);
  return kind === 'grade' && grade !== undefined ? `${grade} – ${reliabilityMeanings[grade]}` : value;
}

/** The sphere of a path, `economic/energy`. */
function sphereAt(spheres: readonly Sphere[], path: string): Sphere | undefined {
  const pathOf = ({ name, parentId }: Sphere): string => {
    const parent = spheres.find(({ id }) => id === parentId);
    return parent === undefined ? name : `${pathOf(parent)}/${name}`;
  };
  return spheres.find((sphere) => pathOf(sphere) === path);
}

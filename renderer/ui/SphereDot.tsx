import type { CSSProperties } from 'react';
import type { Sphere } from '../../contract/index.ts';
import styles from './SphereDot.module.css';

declare module 'react' {
  interface CSSProperties {
    /** A sphere's colour, `#rrggbb`; what is drawn of the sphere derives from it. */
    '--sphere'?: string;
  }
}

/** The style that gives an element a sphere's colour to derive from. */
export function sphereStyle(sphere: Pick<Sphere, 'color'>): CSSProperties {
  return { '--sphere': sphere.color };
}

/** A sphere's sign: its colour, over its underline, so that colour is never the only cue. */
export function SphereDot({ sphere }: { sphere: Pick<Sphere, 'color' | 'underline'> }) {
  return (
    <svg className={styles.dot} style={sphereStyle(sphere)} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <circle cx="7" cy="5" r="4" />
      <UnderlineSign underline={sphere.underline} />
    </svg>
  );
}

function UnderlineSign({ underline }: { underline: Sphere['underline'] }) {
  switch (underline) {
    case 'solid':
      return <path d="M1 12.25h12" />;
    case 'dashed':
      return <path d="M1 12.25h3m1.5 0h3m1.5 0h3" />;
    case 'dotted':
      return <path d="M1.75 12.25h.01m3.5 0h.01m3.5 0h.01m3.5 0h.01" strokeLinecap="round" strokeWidth="2" />;
    case 'double':
      return <path d="M1 11h12M1 13.25h12" strokeWidth="1.1" />;
    case 'wavy':
      return <path d="M1 12.5q1.5-2.4 3 0t3 0t3 0t3 0" strokeWidth="1.2" />;
  }
}

/** A sphere by its sign and name. */
export function SphereChip({
  sphere,
  variant = 'plain',
}: {
  sphere: Pick<Sphere, 'color' | 'underline' | 'name'>;
  variant?: 'plain' | 'tint';
}) {
  return (
    <span className={`${styles.chip} ${styles[variant]}`} style={sphereStyle(sphere)}>
      <SphereDot sphere={sphere} />
      <span className={styles.name}>{sphere.name}</span>
    </span>
  );
}

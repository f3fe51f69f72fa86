import { Check } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import { Color } from '../../contract/index.ts';
import { sphereStyle, TextField } from '../ui/index.ts';
import styles from './EditSphere.module.css';

/**
 * Okabe and Ito's hues (https://jfly.uni-koeln.de/color/), then some of Paul Tol's `muted` scheme: made to be told apart
 * by colour-blind readers.
 */
const palette = [
  { color: '#E69F00', name: 'Orange' },
  { color: '#0072B2', name: 'Blue' },
  { color: '#CC79A7', name: 'Pink' },
  { color: '#009E73', name: 'Green' },
  { color: '#D55E00', name: 'Vermilion' },
  { color: '#56B4E9', name: 'Sky' },
  { color: '#332288', name: 'Indigo' },
  { color: '#999933', name: 'Olive' },
  { color: '#882255', name: 'Wine' },
  { color: '#44AA99', name: 'Teal' },
  { color: '#DDCC77', name: 'Sand' },
  { color: '#AA4499', name: 'Purple' },
] as const;

/** A colour from the palette, or any other by its hexadecimal. */
export function ColorField({ value, onChange }: { value: string; onChange: (color: string) => void }) {
  const problem = Color.safeParse(value).success ? null : 'Write a colour as #E69F00.';
  return (
    <div className={styles.group}>
      <span className={styles.label}>Colour</span>
      <RadioGroup
        className={styles.swatches ?? ''}
        aria-label="Colour"
        orientation="horizontal"
        value={palette.find(({ color }) => color.toUpperCase() === value.toUpperCase())?.color ?? null}
        onChange={onChange}
      >
        {palette.map(({ color, name }) => (
          <Radio key={color} value={color} aria-label={name} className={styles.swatch ?? ''} style={sphereStyle({ color })}>
            {({ isSelected }) => (isSelected ? <Check aria-hidden size={14} /> : null)}
          </Radio>
        ))}
      </RadioGroup>
      <TextField label="Another colour" hideLabel placeholder="#E69F00" value={value} onChange={onChange} error={problem} />
    </div>
  );
}

import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { Color, type Sphere, Underline } from '../../contract/index.ts';
import { useEngine } from '../engine/engine.tsx';
import { Button, Dialog, InlineError, Select, SphereChip, TextArea, TextField } from '../ui/index.ts';
import { ColorField } from './ColorField.tsx';
import { doing } from './codebook-view.ts';
import styles from './EditSphere.module.css';
import { updateSphere } from './sphere-actions.ts';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const underlineWords: Record<Underline, string> = { solid: 'Solid', dashed: 'Dashed', dotted: 'Dotted', double: 'Double', wavy: 'Wavy' };

/** Everything about a sphere. Closing keeps what was changed, as one step that can be undone. */
export function EditSphere({ sphere, spheres }: { sphere: Sphere; spheres: readonly Sphere[] }) {
  const engine = useEngine();
  const [name, setName] = useState(sphere.name);
  const [description, setDescription] = useState(sphere.description);
  const [color, setColor] = useState(sphere.color);
  const [underline, setUnderline] = useState(sphere.underline);
  const [key, setKey] = useState(sphere.key ?? 'none');
  const [refusal, setRefusal] = useState<unknown>(null);
  const nameProblem = name.trim() === '' ? 'A sphere needs a name.' : null;

  const close = async () => {
    if (nameProblem !== null || !Color.safeParse(color).success) return;
    const next = { name: name.trim(), description, color, underline, key: key === 'none' ? null : key };
    const changed = Object.entries(next).filter(([field, value]) =>
      Object.entries(sphere).some(([had, was]) => had === field && was !== value),
    );
    try {
      if (changed.length > 0) await updateSphere(engine, sphere, Object.fromEntries(changed));
      doing(null);
    } catch (error) {
      setRefusal(error);
    }
  };

  return (
    <Dialog
      title="Sphere"
      size="s"
      onClose={() => void close()}
      footer={
        <>
          <span className={styles.preview}>
            <SphereChip
              variant="tint"
              sphere={{ name: name.trim() || sphere.name, color: Color.safeParse(color).data ?? sphere.color, underline }}
            />
          </span>
          <Button variant="quiet" onPress={() => doing(null)}>
            Leave as it was
          </Button>
          <Button variant="primary" onPress={() => void close()}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {refusal === null ? null : <InlineError error={refusal} />}
        <TextField label="Name" autoFocus value={name} onChange={setName} error={nameProblem} />
        <TextArea label="What belongs in it" rows={3} value={description} onChange={setDescription} />
        <ColorField value={color} onChange={setColor} />
        <RadioGroup
          className={styles.group ?? ''}
          aria-label="Underline"
          orientation="horizontal"
          value={underline}
          onChange={(value) => setUnderline(Underline.catch(underline).parse(value))}
        >
          <span className={styles.label}>Underline</span>
          <div className={styles.choices}>
            {Underline.options.map((style) => (
              <Radio key={style} value={style} className={styles.underline ?? ''}>
                <span className={styles.sample} style={{ textDecorationStyle: style, textDecorationColor: color }}>
                  {underlineWords[style]}
                </span>
              </Radio>
            ))}
          </div>
        </RadioGroup>
        <Select label="Key that tags with it" choices={keyChoices(sphere, spheres)} value={key} onChange={setKey} />
      </div>
    </Dialog>
  );
}

function keyChoices(sphere: Sphere, spheres: readonly Sphere[]): { id: string; label: string }[] {
  return [
    { id: 'none', label: 'None' },
    ...keys.map((key) => {
      const holder = spheres.find((other) => other.key === key && other.id !== sphere.id);
      return { id: key, label: holder === undefined ? key : `${key} – now ${holder.name}` };
    }),
  ];
}

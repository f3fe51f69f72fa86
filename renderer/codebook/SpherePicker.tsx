import { Check, Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Sphere } from '../../contract/index.ts';
import { useAsk } from '../engine/engine.tsx';
import { InlineError, Kbd, SphereDot } from '../ui/index.ts';
import { findSpheres, isNameTaken } from './find-spheres.ts';
import styles from './SpherePicker.module.css';

export interface SpherePickerProps {
  /** Ids of the spheres that are on. */
  selected: readonly string[];
  onToggle: (sphereId: string) => void;
  /** Makes a sphere of this name and turns it on. */
  onCreate: (name: string) => void;
  onClose: () => void;
}

type Option = { kind: 'sphere'; sphere: Sphere; path: string[] } | { kind: 'create'; name: string };

/**
 * Spheres to find by typing and to turn on and off; put it in a popover. Enter takes one and closes, Shift+Enter or a
 * press takes one and stays for more.
 */
export function SpherePicker({ selected, onToggle, onCreate, onClose }: SpherePickerProps) {
  const { data: spheres = [], error } = useAsk('spheres.list', {});
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // Those that were on stand first, and stay in their places while they are turned off and on.
  const [first] = useState(selected);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const options = optionsFor(spheres, typed.trim(), first);
  const active = Math.min(at, options.length - 1);

  // The picker opens because a key asked for it: the next keys belong to its field. Within a dialog the focus is let into
  // a popover only once that is there, which is after the field's own autoFocus.
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const take = (option: Option | undefined) => {
    if (option === undefined) return;
    if (option.kind === 'sphere') onToggle(option.sphere.id);
    else onCreate(option.name);
    setTyped('');
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const move = moves[event.key];
    if (move !== undefined) setAt((active + move + options.length) % Math.max(1, options.length));
    else if (event.key === 'Enter') {
      take(options[active]);
      if (!event.shiftKey) onClose();
    } else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.picker}>
      <input
        ref={field}
        className={styles.field}
        role="combobox"
        aria-label="Find a sphere"
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        {...(options.length === 0 ? {} : { 'aria-activedescendant': `${id}-${active}` })}
        placeholder="Find or make a sphere"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {error === null ? null : <InlineError error={error} />}
      <div ref={list} id={id} role="listbox" aria-label="Spheres" aria-multiselectable="true" className={styles.list}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
          <div
            key={option.kind === 'sphere' ? option.sphere.id : 'create'}
            id={`${id}-${index}`}
            data-index={index}
            data-active={index === active || undefined}
            role="option"
            aria-selected={option.kind === 'sphere' && selected.includes(option.sphere.id)}
            className={styles.option}
            onPointerMove={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            {option.kind === 'sphere' ? (
              <SphereOption sphere={option.sphere} path={option.path} on={selected.includes(option.sphere.id)} />
            ) : (
              <>
                <Plus aria-hidden size={14} className={styles.plus} />
                <span className={styles.name}>Create “{option.name}”</span>
              </>
            )}
          </div>
        ))}
      </div>
      <p className={styles.hint}>
        <Kbd keys="Enter" /> take <Kbd keys="Shift+Enter" /> take and go on
      </p>
    </div>
  );
}

function SphereOption({ sphere, path, on }: { sphere: Sphere; path: string[]; on: boolean }) {
  return (
    <>
      <SphereDot sphere={sphere} />
      <span className={styles.name}>
        {path.length === 0 ? null : <span className={styles.path}>{`${path.join(' › ')} › `}</span>}
        {sphere.name}
      </span>
      {on ? <Check aria-hidden size={14} className={styles.check} /> : null}
      {sphere.key === null ? null : <Kbd keys={sphere.key} />}
    </>
  );
}

function optionsFor(spheres: readonly Sphere[], name: string, first: readonly string[]): Option[] {
  const found = findSpheres(spheres, name).map(({ sphere, path }): Option => ({ kind: 'sphere', sphere, path }));
  if (name === '') return found.toSorted((a, b) => Number(isOneOf(b, first)) - Number(isOneOf(a, first)));
  return isNameTaken(spheres, name) ? found : [...found, { kind: 'create', name }];
}

function isOneOf(option: Option, sphereIds: readonly string[]): boolean {
  return option.kind === 'sphere' && sphereIds.includes(option.sphere.id);
}

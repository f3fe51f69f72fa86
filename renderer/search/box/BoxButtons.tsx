import { AlignCenter, CircleHelp, List, Star } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { SavedSearch } from '../../../contract/index.ts';
import { IconButton, Tooltip } from '../../ui/index.ts';
import type { SearchSession } from '../search-session.ts';
import toggles from '../Toggles.module.css';

type View = SearchSession['view'];

interface BoxButtonsProps {
  view: View;
  onView: (view: View) => void;
  /** The saved search of these words. */
  kept: SavedSearch | undefined;
  canSave: boolean;
  onSave: () => void;
  helping: boolean;
  onHelp: () => void;
}

const views = [
  { id: 'results', label: 'Results', says: 'What was found, best first', keys: 'Mod+K', Icon: List },
  { id: 'concordance', label: 'Concordance', says: 'Each place in its line, to sort and to tag', keys: 'Mod+Shift+F', Icon: AlignCenter },
] as const;

/** Behind the field: the two ways to look at what is found, keeping the search, and help. */
export function BoxButtons({ view, onView, kept, canSave, onSave, helping, onHelp }: BoxButtonsProps) {
  return (
    <>
      <ToggleButtonGroup
        aria-label="How to look at what is found"
        className={toggles.group ?? ''}
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={(keys) => {
          const chosen = views.find(({ id }) => keys.has(id));
          if (chosen !== undefined) onView(chosen.id);
        }}
      >
        {views.map(({ id, label, says, keys, Icon }) => (
          <Tooltip key={id} label={says} keys={keys}>
            <ToggleButton id={id} className={toggles.toggle ?? ''}>
              <Icon aria-hidden size={14} />
              {label}
            </ToggleButton>
          </Tooltip>
        ))}
      </ToggleButtonGroup>
      <IconButton
        label={kept === undefined ? 'Save the search' : 'Remove the saved search'}
        keys="Mod+S"
        onPress={onSave}
        isDisabled={!canSave}
      >
        <Star aria-hidden fill={kept === undefined ? 'none' : 'currentColor'} />
      </IconButton>
      <IconButton label="What can be asked" keys="Mod+/" pressed={helping} onPress={onHelp} placement="bottom end">
        <CircleHelp aria-hidden />
      </IconButton>
    </>
  );
}

import { useRef } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Codebook } from '../codebook/Codebook.tsx';
import { Library } from '../library/Library.tsx';
import { SavedSearches } from '../search/saved/SavedSearches.tsx';
import styles from './LeftPane.module.css';
import { rememberedPanes, settled, useRememberPanes } from './panes.ts';

/** The documents above, the codebook below, and the searches that are kept. */
export function LeftPane() {
  const rememberPanes = useRememberPanes();
  const height = useRef(rememberedPanes().codebook);
  return (
    <nav className={styles.pane} aria-label="Library and codebook">
      <Group
        id="left-pane"
        orientation="vertical"
        onLayoutChanged={(_layout, { isUserInteraction }) => {
          if (isUserInteraction) setTimeout(() => rememberPanes({ codebook: height.current }), settled);
        }}
      >
        <Panel id="documents" minSize={160}>
          <Library />
        </Panel>
        <Separator id="codebook-edge" className={styles.separator} aria-label="Height of the codebook" />
        <Panel
          id="codebook"
          defaultSize={height.current}
          minSize={120}
          groupResizeBehavior="preserve-pixel-size"
          onResize={({ inPixels }) => {
            height.current = inPixels;
          }}
        >
          <Codebook />
        </Panel>
      </Group>
      <SavedSearches />
    </nav>
  );
}

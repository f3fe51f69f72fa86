import { useEffect, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { Exported, ExportFormat } from '../../contract/index.ts';
import { SphereMenu } from '../codebook/SphereMenu.tsx';
import { useAsk } from '../engine/engine.tsx';
import { queryOf, useSearchSession } from '../search/search-session.ts';
import { useShell } from '../shell/shell.tsx';
import { Button, Dialog, InlineError, notify, notifyError, Select, type SelectChoice } from '../ui/index.ts';
import { flushUnsaved } from '../workspace/unsaved.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { copyText } from './copy-text.ts';
import styles from './ExportDialog.module.css';
import { ExportPreview } from './ExportPreview.tsx';
import { countWords, isBibliography, type ScopeChoice, scopeOf } from './export-scope.ts';
import { useExportSession } from './export-session.ts';

const formats: readonly [ExportFormat, string, string][] = [
  ['markdown', 'Markdown', 'to go on writing'],
  ['html', 'HTML', 'one page to read or print'],
  ['csv', 'CSV', 'for a spreadsheet'],
  ['json', 'JSON', 'for another program'],
  ['ris', 'RIS', 'references for Zotero'],
  ['bibtex', 'BibTeX', 'references for LaTeX'],
  ['csl-json', 'CSL-JSON', 'references for pandoc'],
];

const number = new Intl.NumberFormat();

/** Tagged passages and their notes as one file: what, how, and how it will look. */
export function ExportDialog() {
  const shell = useShell();
  const setOverlay = useWorkspace((state) => state.setOverlay);
  const format = useExportSession((state) => state.format);
  const { scope, setChoice, setSphereIds, setSearch, choice, choices, sphereIds, spheres, searches, query } = useScope();
  const { data: exported, error, isFetching, refetch } = useAsk('exports.make', scope === null ? null : { format, scope });
  const shown = scope === null ? undefined : exported;
  const close = () => setOverlay(null);
  const words = (counts: Pick<Exported, 'entries' | 'documents'>) => countWords(counts, { isBibliography: isBibliography(format) });

  useEffect(() => {
    // What was typed a moment ago belongs in it too; the answer is asked for again when it is saved.
    void flushUnsaved();
  }, []);

  const save = async ({ fileName, mediaType, content, ...counts }: Exported) => {
    try {
      const saved = await shell.call('saveFile', { fileName, mediaType, content });
      if (saved === null) return;
      close();
      notify({ message: `${words(counts)} saved as ${saved.path}` });
    } catch (problem) {
      notifyError(problem);
    }
  };
  const copy = ({ content, ...counts }: Exported) => {
    try {
      copyText(content);
      notify({ message: `${words(counts)} copied.` });
    } catch (problem) {
      notifyError(problem);
    }
  };

  return (
    <Dialog
      title="Export tagged notes"
      size="l"
      onClose={close}
      footer={
        <>
          <span className={styles.count} role="status">
            {shown === undefined ? '' : words(shown)}
          </span>
          <Button onPress={() => shown && copy(shown)} isDisabled={shown === undefined || isFetching}>
            Copy
          </Button>
          <Button variant="primary" onPress={() => shown && void save(shown)} isDisabled={shown === undefined || isFetching}>
            Save…
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.options}>
          <Select label="What" choices={choices} value={choice} onChange={setChoice} />
          {choice === 'spheres' ? (
            <div className={styles.chooser}>
              <SphereMenu spheres={spheres} selected={sphereIds} onChange={setSphereIds} none="Choose spheres" />
            </div>
          ) : null}
          {choice === 'search' && searches.length > 1 ? (
            <Select label="Search" hideLabel choices={searches} value={query?.text ?? ''} onChange={setSearch} />
          ) : null}
          <RadioGroup
            className={styles.formats ?? ''}
            aria-label="Format"
            value={format}
            onChange={(value) => {
              const chosen = formats.find(([id]) => id === value);
              if (chosen !== undefined) useExportSession.setState({ format: chosen[0] });
            }}
          >
            {formats.map(([id, name, purpose]) => (
              <Radio key={id} value={id} className={styles.format ?? ''}>
                <span className={styles.ring} aria-hidden />
                <span className={styles.name}>{name}</span>
                <span className={styles.purpose}>{purpose}</span>
              </Radio>
            ))}
          </RadioGroup>
        </div>
        <div className={styles.preview}>
          {error === null || scope === null ? (
            <ExportPreview exported={shown} isBibliography={isBibliography(format)} waiting={isFetching} chosen={scope !== null} />
          ) : (
            <InlineError error={error} actions={<Button onPress={() => void refetch()}>Try again</Button>} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** What is exported: the choice, what the choices are, and the scope it comes to. */
function useScope() {
  const documentId = useWorkspace((state) => state.documentId);
  const sphereFilter = useWorkspace((state) => state.sphereFilter);
  const asked = useExportSession((state) => state.scope);
  const session = useSearchSession();
  const { data: documents = [] } = useAsk('documents.list', {});
  const { data: spheres = [] } = useAsk('spheres.list', {});
  const [choice, setChoice] = useState<ScopeChoice>(asked?.kind ?? 'notebook');
  const [sphereIds, setSphereIds] = useState<readonly string[]>(asked?.kind === 'spheres' ? asked.sphereIds : sphereFilter);
  const { data: saved = [] } = useAsk('searches.list', {});
  const [last] = useState(() => (asked?.kind === 'search' ? asked.query : queryOf(session, documentId)));
  const [chosen, setSearch] = useState<string | null>(null);
  // What was searched for last stands among those that are kept, where it is none of them.
  const searches: SelectChoice<string>[] = [
    ...(last === null || saved.some(({ text }) => text === last.text) ? [] : [{ id: last.text, label: `“${last.text}”` }]),
    ...[...new Map(saved.map((search) => [search.text, search])).values()].map(({ text, name }) => ({ id: text, label: name })),
  ];
  const text = chosen ?? last?.text ?? searches[0]?.id;
  const query = text === undefined ? null : text === last?.text ? last : { text };
  const selected = useWorkspace((state) => state.selectedDocumentIds);
  const [documentIds] = useState(() => (asked?.kind === 'documents' ? asked.documentIds : selected));
  useEffect(() => () => useExportSession.setState({ scope: null }), []);

  const title = documents.find(({ id }) => id === documentId)?.title ?? '';
  const choices: SelectChoice<ScopeChoice>[] = [
    { id: 'notebook', label: 'Whole notebook' },
    ...(documentId === null ? [] : [{ id: 'document' as const, label: 'This document', description: title }]),
    ...(documentIds.length > 1 || asked?.kind === 'documents'
      ? [
          {
            id: 'documents' as const,
            label: documentIds.length === 1 ? 'The selected document' : `The ${number.format(documentIds.length)} selected documents`,
          },
        ]
      : []),
    { id: 'spheres', label: 'Spheres' },
    ...(query === null ? [] : [{ id: 'search' as const, label: searches.length > 1 ? 'A search' : `Search for “${query.text}”` }]),
  ];
  return {
    choice,
    setChoice,
    choices,
    sphereIds,
    setSphereIds,
    spheres,
    searches,
    setSearch,
    query,
    scope: scopeOf(choice, { documentId, documentIds, sphereIds, query }),
  };
}

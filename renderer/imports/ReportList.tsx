import { useMemo } from 'react';
import type { ImportReport } from '../../contract/index.ts';
import { OutcomeList } from './OutcomeList.tsx';
import { type Outcome, reportRows } from './report-rows.ts';

const labels: Record<Outcome, string> = {
  failed: 'Not imported',
  skipped: 'Already there',
  filled: 'Filled in',
  imported: 'Imported',
  cancelled: 'Cancelled',
};

/** What became of each file, to be narrowed to one outcome. */
export function ReportList({ report, onOpen }: { report: ImportReport; onOpen: (documentId: string) => void }) {
  const rows = useMemo(() => reportRows(report), [report]);
  return <OutcomeList label="Files" rows={rows} labels={labels} onOpen={onOpen} />;
}

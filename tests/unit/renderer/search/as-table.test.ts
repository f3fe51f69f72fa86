import { expect, test } from 'vitest';
import { asTable } from '../../../../renderer/search/concordance/as-table.ts';

test('lines of a concordance are rows of four cells, whatever spaces and tabs stand in the text', () => {
  const lines = [
    { before: 'the harbour\n  fees of ', hit: 'gas', after: '\tcarriers rose', title: 'Harbour\tfees' },
    { before: '', hit: '天然气', after: '价格上涨', title: '市场' },
  ];
  expect(asTable(lines)).toBe('the harbour fees of\tgas\tcarriers rose\tHarbour fees\n\t天然气\t价格上涨\t市场');
});

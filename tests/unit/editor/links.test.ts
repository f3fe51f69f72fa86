import { expect, test } from 'vitest';
import { linkAddress } from '../../../renderer/editor/text/links.ts';

test.each([
  ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
  ['http://example.org', 'http://example.org'],
  [' mailto:desk@example.org ', 'mailto:desk@example.org'],
  ['example.org/report', 'https://example.org/report'],
  ['пример.рф', 'https://пример.рф'],
  ['desk@example.org', 'mailto:desk@example.org'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['two words', null],
  ['', null],
])('the address %j is %j', (typed, address) => expect(linkAddress(typed)).toBe(address));

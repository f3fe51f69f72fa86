import { childAt, childrenOf, type XmlElement } from '../containers/xml.ts';

/** How a cell's number is shown, by the number of its style. */
export type ShowNumber = (value: string, style: number) => string;

/** The formats that every workbook knows by number. Source: ECMA-376 part 1, 18.8.30. */
const builtIn: Record<number, string> = {
  ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00' },
  ...{
    14: 'yyyy-mm-dd',
    15: 'd-mmm-yy',
    16: 'd-mmm',
    17: 'mmm-yy',
    18: 'h:mm',
    19: 'h:mm:ss',
    20: 'h:mm',
    21: 'h:mm:ss',
    22: 'yyyy-mm-dd h:mm',
  },
  ...{ 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 45: 'mm:ss', 46: 'h:mm:ss', 47: 'mm:ss' },
};
/** Formats 27–36 and 50–58 are the dates of East Asian editions. */
const isEastAsianDate = (id: number) => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

const dayMs = 86_400_000;

/** Reads the number formats of a workbook's styles. `is1904` says that its days count from 1904, as on old Macs. */
export function readFormats(styles: XmlElement | null, is1904: boolean): ShowNumber {
  const own = new Map<number, string>();
  for (const { attributes } of childrenOf(childAt(styles ?? undefined, 'x:numFmts'), 'x:numFmt')) {
    own.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
  }
  const codes = childrenOf(childAt(styles ?? undefined, 'x:cellXfs'), 'x:xf').map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return own.get(id) ?? builtIn[id] ?? (isEastAsianDate(id) ? 'yyyy-mm-dd' : '');
  });
  const plain = (number: number) => showPlain(number, '');
  const shows = codes.map((code) => (isDate(code) ? (number: number) => showDate(number, is1904) : numberFormat(code)));
  return (value, style) => {
    const number = Number(value);
    return Number.isFinite(number) ? (shows[style] ?? plain)(number) : value;
  };
}

/** Letters of days, months, years or hours, but in what is quoted, escaped or in brackets. */
function isDate(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '');
  return /[dmyhs年月日]/i.test(bare) && !/general|[#?]/i.test(bare);
}

/** As ISO 8601 writes it, to the minute: a day, a time of day, or both. */
function showDate(serial: number, is1904: boolean): string {
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  // Half a second, for what binary fractions make of a time.
  const moment = new Date(epoch + Math.round(serial * dayMs) + 500);
  if (Number.isNaN(moment.getTime()) || serial < 0) return String(serial);
  const [day = '', time = ''] = moment.toISOString().split('T');
  const clock = time.slice(0, 5);
  if (serial < 1) return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}

/** A format is made once and used for every cell of its style. */
function numberFormat(code: string): (number: number) => string {
  const [positive = '', negative] = code.split(';');
  const show = sectionFormat(positive);
  const showNegative = negative === undefined || negative === '' ? null : sectionFormat(negative);
  return (number) => (number < 0 && showNegative !== null ? showNegative(-number) : show(number));
}

function sectionFormat(section: string): (number: number) => string {
  const bare = section.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, (quoted) => ' '.repeat(quoted.length));
  const pattern = /[#0?][#0?,]*(?:\.[#0?]*)?/.exec(bare);
  if (pattern === null || /E[+-]|\//i.test(bare)) return (number) => showPlain(number, bare);
  const [digits] = pattern;
  const before = literal(section.slice(0, pattern.index));
  const after = literal(section.slice(pattern.index + digits.length));
  const factor = bare.includes('%') ? 100 : 1;
  const format = digitFormat(digits);
  return (number) => `${before}${format.format(number * factor)}${after}`;
}

/** What stands around the digits: a currency, a unit. */
function literal(text: string): string {
  return text
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '$1')
    .replace(/\[[^\]]*\]|_.|\*./g, '')
    .replace(/["\\]/g, '');
}

/** As cells without a format show numbers: eleven digits at most. */
function showPlain(number: number, section: string): string {
  if (/E[+-]/i.test(section)) return number.toExponential(/\.(0+)/.exec(section)?.[1]?.length ?? 0).toUpperCase();
  return String(Number.isInteger(number) && Math.abs(number) < 1e15 ? number : Number(number.toPrecision(11)));
}

function digitFormat(digits: string): Intl.NumberFormat {
  const [whole = '', decimals = ''] = digits.split('.');
  const count = (text: string) => Math.min(20, text.match(/0/g)?.length ?? 0);
  return new Intl.NumberFormat('en', {
    useGrouping: /[#0?],[#0?]/.test(whole),
    minimumIntegerDigits: Math.max(1, count(whole)),
    minimumFractionDigits: count(decimals),
    maximumFractionDigits: Math.min(20, decimals.length),
  });
}

/** A value as a field of a query takes it: in quotation marks where it has spaces or brackets. */
export function valueInQuery(value: string): string {
  return /[\s()]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}

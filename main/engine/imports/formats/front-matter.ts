import { type Claims, noClaims } from '../claims.ts';
import { readDate } from '../dates.ts';

const fence = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/** Takes YAML front matter off Markdown. Only plain `key: value` lines and lists of plain values are read; the rest is skipped. */
export function splitFrontMatter(source: string): { claims: Claims; body: string } {
  const match = fence.exec(source);
  const lines = match?.[1]?.split('\n') ?? [];
  if (match === null || !lines.some((line) => keyLine.test(line))) return { claims: noClaims, body: source };
  const fields = readFields(lines);
  const field = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? '';
  return {
    claims: {
      title: field('title'),
      author: field('author', 'authors', 'creator'),
      publisher: field('publisher', 'publication', 'site', 'site_name'),
      url: field('url', 'link', 'canonical', 'source'),
      published: readDate(field('date', 'published', 'issued')),
      language: field('lang', 'language'),
    },
    body: source.slice(match[0].length),
  };
}

const keyLine = /^([A-Za-z][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/;

function readFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let key = '';
  for (const line of lines) {
    const [, name, value = ''] = keyLine.exec(line) ?? [];
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line)?.[1];
    if (name !== undefined) {
      key = name.toLowerCase();
      fields.set(key, readValue(value));
    } else if (item !== undefined && key !== '') {
      const before = fields.get(key);
      fields.set(key, before ? `${before}, ${readValue(item)}` : readValue(item));
    } else {
      key = '';
    }
  }
  return fields;
}

function readValue(written: string): string {
  const value = written.trim();
  if (value.startsWith('[') && value.endsWith(']')) return value.slice(1, -1).split(',').map(readValue).join(', ');
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted?.[2] ?? value.replace(/\s+#.*$/, '');
}

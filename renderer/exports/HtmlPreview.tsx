import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import styles from './HtmlPreview.module.css';

/** Elements of an exported page that are drawn as they are; of any other, only what stands in it. */
const drawn: ReadonlySet<string> = new Set(
  'article b blockquote br code dd del div dl dt em footer header hr i li ol p pre s section span strong table tbody td th thead time tr ul'.split(
    ' ',
  ),
);
const empty: ReadonlySet<string> = new Set(['br', 'hr']);

/** Elements of the page that are drawn: some thirty screens. */
const mostDrawn = 2000;

/**
 * How an exported page reads. The window's policy lets no page stand inside it, so what the page says is drawn anew, from
 * elements known to be harmless; links and everything that could load or run are left out.
 */
export function HtmlPreview({ content }: { content: string }) {
  const page = useMemo(() => {
    // Without its head: even a style sheet that is only parsed is reported by the window's policy.
    const { body } = new DOMParser().parseFromString(content.slice(Math.max(0, content.indexOf('<body'))), 'text/html');
    const left = { elements: mostDrawn };
    return draw(body, left);
  }, [content]);
  return <div className={styles.page}>{page}</div>;
}

function draw(parent: Node, left: { elements: number }): ReactNode {
  return Array.from(parent.childNodes, (node, index) => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || left.elements <= 0) return null;
    left.elements -= 1;
    const name = node.localName;
    // Headings of the page are none of the window's.
    if (/^h[1-6]$/.test(name)) {
      return createElement('p', { key: index, 'data-heading': name.slice(1) }, draw(node, left));
    }
    if (!drawn.has(name)) return createElement(Fragment, { key: index }, draw(node, left));
    if (empty.has(name)) return createElement(name, { key: index });
    const lang = node.getAttribute('lang');
    return createElement(name, { key: index, ...(lang === null ? {} : { lang }) }, draw(node, left));
  });
}

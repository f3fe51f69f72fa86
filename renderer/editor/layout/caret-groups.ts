import styles from './Text.module.css';

/**
 * Keeps the groups around the caret and around the selection's other end laid out, also while they are far out of view:
 * to move by a line or a word, the browser needs to know the lines that come next. Returns how to stop.
 */
export function followCaret(root: HTMLElement): () => void {
  const near = styles.near ?? '';
  let shown: ReadonlySet<Element> = new Set();
  const follow = () => {
    const selection = window.getSelection();
    const ends = [selection?.anchorNode, selection?.focusNode].map((node) => groupOf(root, node ?? null));
    const wanted = new Set(
      ends.flatMap((group) => [group?.previousElementSibling, group, group?.nextElementSibling].filter((each) => each != null)),
    );
    for (const group of shown) if (!wanted.has(group)) group.classList.remove(near);
    for (const group of wanted) group.classList.add(near);
    shown = wanted;
  };
  document.addEventListener('selectionchange', follow);
  return () => document.removeEventListener('selectionchange', follow);
}

function groupOf(root: HTMLElement, node: Node | null): Element | null {
  const group = (node instanceof Element ? node : node?.parentElement)?.closest('[data-group]') ?? null;
  return root.contains(group) ? group : null;
}

/** The element that stands first in the text. */
export function firstInText<E extends Node>(elements: readonly E[]): E | undefined {
  return inTextOrder(elements, (element) => element)[0];
}

/** Sorts by where each stands in the text. */
export function inTextOrder<T>(things: readonly T[], elementOf: (thing: T) => Node): T[] {
  return things.toSorted((a, b) => {
    const order = elementOf(a).compareDocumentPosition(elementOf(b));
    if (order & Node.DOCUMENT_POSITION_FOLLOWING) return -1;
    return order & Node.DOCUMENT_POSITION_PRECEDING ? 1 : 0;
  });
}

import { setImmediate } from 'node:timers/promises';

/** Readings under way, and who heard of unhandled rejections before they began. */
let readings = 0;
let others: NodeJS.UnhandledRejectionListener[] = [];

/**
 * Runs work of pdf.js. Of a damaged file it fetches pages ahead and forgets to hear how that ends (6.5, `getPageDict`),
 * which Node takes for a fault that ends the thread: such errors are let go, as what they tell comes by another way too.
 */
export async function lettingStraysGo<T>(work: () => Promise<T>): Promise<T> {
  if (readings === 0) {
    others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection');
    process.on('unhandledRejection', hear);
  }
  readings += 1;
  try {
    return await work();
  } finally {
    // Node tells of a rejection once the promises at hand are settled.
    await setImmediate();
    readings -= 1;
    if (readings === 0) {
      process.off('unhandledRejection', hear);
      for (const listener of others) process.on('unhandledRejection', listener);
    }
  }
}

function hear(reason: unknown, promise: Promise<unknown>): void {
  if (isParserError(reason)) return;
  if (others.length === 0) throw reason;
  for (const listener of others) listener(reason, promise);
}

/** The names that pdf.js gives its errors. */
function isParserError(reason: unknown): boolean {
  return reason instanceof Error && /Exception$|^FormatError$/.test(reason.name);
}

/** Most files and bytes handed to the engine in one call, so that progress moves and no message grows out of bounds. */
export const batchFiles = 100;
export const batchBytes = 16 * 1024 * 1024;

/** Cuts files into batches, in order. A file larger than a whole batch is one by itself. */
export function batchesOf<F extends { size: number }>(files: readonly F[]): F[][] {
  const batches: F[][] = [];
  let batch: F[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length > 0 && (batch.length === batchFiles || bytes + file.size > batchBytes)) {
      batches.push(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

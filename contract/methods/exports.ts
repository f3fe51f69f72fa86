import { Exported, ExportRequest } from '../exchange.ts';

export const exportsMethods = {
  /** Preview and export alike: the answer is the whole file. */
  'exports.make': { params: ExportRequest, result: Exported },
} as const;

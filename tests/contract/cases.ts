import { callsCases } from './cases/calls.ts';
import { documentsCases } from './cases/documents.ts';
import type { ContractCase } from './cases/helpers.ts';
import { importsCases } from './cases/imports.ts';
import { passagesCases } from './cases/passages.ts';
import { similarCases } from './cases/similar.ts';
import { versionsCases } from './cases/versions.ts';

/** What holds of the contract whatever carries it. Each case gets a new notebook. */
export const contractCases: readonly ContractCase[] = [
  ...callsCases,
  ...versionsCases,
  ...passagesCases,
  ...documentsCases,
  ...similarCases,
  ...importsCases,
];

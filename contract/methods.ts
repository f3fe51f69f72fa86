import type { z } from 'zod';
import { aliasesMethods } from './methods/aliases.ts';
import { collectionsMethods } from './methods/collections.ts';
import { documentsMethods } from './methods/documents.ts';
import { exportsMethods } from './methods/exports.ts';
import { importsMethods } from './methods/imports.ts';
import { notebookMethods } from './methods/notebook.ts';
import { notesMethods } from './methods/notes.ts';
import { passagesMethods } from './methods/passages.ts';
import { searchMethods } from './methods/search.ts';
import { similarMethods } from './methods/similar.ts';
import { spheresMethods } from './methods/spheres.ts';
import { versionsMethods } from './methods/versions.ts';

/**
 * Everything a window, a terminal or a test can ask of the engine. A method that changes what an analyst made answers
 * with a `step`, which `history.undo` takes back.
 */
export const methods = {
  ...notebookMethods,
  ...documentsMethods,
  ...similarMethods,
  ...versionsMethods,
  ...passagesMethods,
  ...spheresMethods,
  ...collectionsMethods,
  ...notesMethods,
  ...searchMethods,
  ...aliasesMethods,
  ...importsMethods,
  ...exportsMethods,
} as const satisfies Record<string, { params: z.ZodType; result: z.ZodType }>;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
/** What a caller passes. */
export type Params<M extends MethodName> = z.input<Methods[M]['params']>;
/** What a handler receives: defaults filled in. */
export type Parsed<M extends MethodName> = z.output<Methods[M]['params']>;
export type Result<M extends MethodName> = z.output<Methods[M]['result']>;
/** What a handler gives for it. */
export type Answer<M extends MethodName> = z.input<Methods[M]['result']>;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

import type { Handler } from '../kernel/context.ts';
import { addSample } from './add-sample.ts';

export const sample: { 'notebook.addSample': Handler<'notebook.addSample'> } = { 'notebook.addSample': addSample };

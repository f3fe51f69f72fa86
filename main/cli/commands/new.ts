import { lines, type Outcome } from '../outcome.ts';
import type { Session } from '../session.ts';

export async function showNew({ engine }: Session): Promise<Outcome> {
  const { id, name, file } = await engine.call('notebook.info', {});
  return { json: { notebook: { id, name, file } }, text: lines([`Made the notebook ${file}`]), done: true };
}

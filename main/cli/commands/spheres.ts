import { pathOf, sphereNamed } from '../names.ts';
import { type Outcome, table } from '../outcome.ts';
import type { Session } from '../session.ts';

export async function listSpheres({ engine }: Session): Promise<Outcome> {
  const all = await engine.call('spheres.list', {});
  const spheres = all.map(({ id, name, parentId, color, passages }) => ({ id, name, parentId, color, passages }));
  const rows = all.map((sphere) => [sphere.id, sphere.color, `${sphere.passages}`, pathOf(all, sphere)]);
  return { json: { spheres }, text: table([['ID', 'COLOR', 'PASSAGES', 'SPHERE'], ...rows]), done: true };
}

export async function addSphere(session: Session, name: string, { color, under }: { color?: string; under?: string }): Promise<Outcome> {
  const { engine } = session;
  const parentId = under === undefined ? null : sphereNamed(await engine.call('spheres.list', {}), under).id;
  await engine.call('spheres.add', { name, parentId, ...(color === undefined ? {} : { color }) });
  return await listSpheres(session);
}

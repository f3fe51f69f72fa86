/** Documents edited at random against an oracle that follows each character: how often a passage says other words than it stands on. */
import process from 'node:process';
import fc from 'fast-check';

const runs = 100_000;

// The build that ships; read when Lexical is first imported.
process.env.NODE_ENV = 'production';
const { acts } = await import('../unit/editor/anchors/acts.ts');
const { firstViolation } = await import('../unit/editor/anchors/judge.ts');

let steps = 0;
let violations = 0;
for (const all of fc.sample(acts, runs)) {
  steps += all.length;
  const violation = await firstViolation(all);
  if (violation === null) continue;
  violations += 1;
  console.error(violation, JSON.stringify(all));
}
const result = { bench: 'anchors', runs, steps, violations };
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else console.table([result]);
process.exitCode = violations === 0 ? 0 : 1;

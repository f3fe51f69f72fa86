/** A process of its own: opens a notebook and asks once. Prints the milliseconds from the asking to the answer. */
import { connect } from '../../../contract/index.ts';
import { openEngine } from '../../../main/engine/engine.ts';

const [file = '', text = ''] = process.argv.slice(2);
const engine = openEngine({ file, mode: 'open' });
const client = connect(engine.wire(), 'bench');
const began = performance.now();
await client.call('search.query', { text });
console.log(performance.now() - began);
engine.close();

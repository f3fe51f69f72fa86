import { connect } from '../../contract/index.ts';
import { openEngine } from '../../main/engine/engine.ts';

const words =
  'trade strait harbour border treaty ministry pipeline grain export festival archive dialect quota tariff reactor summit delegation river railway statistics survey village museum broadcast election budget'.split(
    ' ',
  );
const wordsInText = 250;
const filesAtOnce = 250;

/** The same sequence in every run, so that runs can be compared. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state;
  };
}

function generatedText(n: number): string {
  const next = sequence(n);
  const sentences = Array.from(
    { length: wordsInText / 10 },
    () => `${Array.from({ length: 10 }, () => words[next() % words.length]).join(' ')}.`,
  );
  return `Report ${n} on ${words[n % words.length]}\n\n${sentences.join(' ')}\n`;
}

/** Makes a notebook of so many short reports. */
export async function generateNotebook(file: string, documents: number): Promise<void> {
  const engine = openEngine({ file, mode: 'create' });
  const client = connect(engine.wire(), 'bench');
  for (let begin = 0; begin < documents; begin += filesAtOnce) {
    const count = Math.min(filesAtOnce, documents - begin);
    const files = Array.from({ length: count }, (_, n) => ({
      name: `report-${begin + n}.txt`,
      bytes: new TextEncoder().encode(generatedText(begin + n)),
    }));
    await client.call('imports.files', { files });
  }
  engine.close();
}

/** Makes a notebook of the sample articles. */
export async function sampleNotebook(file: string): Promise<void> {
  const engine = openEngine({ file, mode: 'create' });
  await connect(engine.wire(), 'bench').call('notebook.addSample', {});
  engine.close();
}

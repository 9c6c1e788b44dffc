import { openSqlite } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import { append } from './appends.ts';
import { appended, update } from './documents.ts';

// A process to be killed: writes numbers into documents without end, compacts and destroys them. It prints what was answered, and
// what it is about to destroy.
// Every update is a number or, once compacted, several joined by commas.
const [, , dataDir = '', compactEvery = '1', destroyEvery = '1'] = process.argv;
const { documents, events } = await openSqlite({ dataDir, keys: await openFileKeys(dataDir) });

async function oneLife(name: string, lives: number): Promise<void> {
  const { incarnation, rows } = await documents.open(name, 's1');
  let kept = rows.map(({ row, update }) => ({ row, numbers: Buffer.from(update).toString() }));
  let next = kept.flatMap(({ numbers }) => numbers.split(',')).length;
  for (let round = 1; round <= Number(destroyEvery); round += 1) {
    const compacted = kept;
    const compacting =
      round % Number(compactEvery) === 0 && compacted.length > 0
        ? documents.compact(
            name,
            incarnation,
            compacted.map(({ row }) => row),
            update(compacted.map(({ numbers }) => numbers).join()),
          )
        : undefined;
    const numbers = [next, next + 1, next + 2, next + 3].map(String);
    next += 4;
    const saved = await Promise.all(
      numbers.map(async (each) => {
        const row = await appended(documents, name, incarnation, each);
        process.stdout.write(`saved ${incarnation} ${each}\n`);
        return { row, numbers: each };
      }),
    );
    const snapshot = await compacting;
    if (snapshot?.outcome === 'saved') {
      kept = [{ row: snapshot.row, numbers: compacted.map(({ numbers }) => numbers).join() }];
    }
    kept.push(...saved);
  }
  process.stdout.write(`destroying ${incarnation}\n`);
  if (lives % 2) await documents.destroy([name]);
  else await events.append(append({ commandId: incarnation, streams: [], destroy: { documents: [name] } }));
  process.stdout.write(`destroyed ${incarnation}\n`);
}

async function writer(name: string): Promise<void> {
  for (let lives = 0; ; lives += 1) await oneLife(name, lives);
}

await Promise.all(Array.from({ length: 8 }, (_, at) => writer(`deck/c${at}`)));

import { openSqlite } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import { append, said } from './appends.ts';

// A process to be killed: appends without end and prints the id of each command once it was answered as recorded.
const [, , dataDir = '', run = ''] = process.argv;
const { events } = await openSqlite({ dataDir, keys: await openFileKeys(dataDir) });

async function person(name: string): Promise<void> {
  for (let count = 0; ; count += 1) {
    const commandId = `${run}-${name}-${count}`;
    const stream = count % 2 ? 'talk:c1' : 'own/a:c1';
    const result = await events.append(
      append({ author: name, commandId, streams: [{ stream, events: [said(commandId)] }] }),
    );
    if (result.outcome === 'appended') process.stdout.write(`${commandId}\n`);
  }
}

await Promise.all(Array.from({ length: 16 }, (_, index) => person(`p${index}`)));

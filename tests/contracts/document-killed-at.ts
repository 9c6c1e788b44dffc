import { openFiles, openStores } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import { append, bare, TALK } from './appends.ts';
import { CARRIED, DECK, update } from './documents.ts';

// A process that kills itself in the middle of what it does to the deck: the moment before one statement on one table.
const [, , dataDir = '', act = '', file = '', table = '', statement = ''] = process.argv;
const keys = await openFileKeys(dataDir);
const files = await openFiles(dataDir, keys);
const { documents, events } = openStores(files, keys);
const { incarnation, rows } = await documents.open(DECK, 's1');

const database = file === 'keys' ? files.keys : files.events;
database.function('die', () => {
  process.kill(process.pid, 'SIGKILL');
  return null;
});
database.exec(`CREATE TEMP TRIGGER killed BEFORE ${statement} ON main.${table} BEGIN SELECT die(); END`);

const acts: Record<string, () => Promise<unknown>> = {
  append: () => documents.append(DECK, incarnation, update('next')),
  compact: () =>
    documents.compact(
      DECK,
      incarnation,
      rows.slice(0, 2).map(({ row }) => row),
      update('both'),
    ),
  carry: () =>
    events.append(
      append({
        streams: [{ stream: TALK, events: [bare()] }],
        destroy: { documents: [DECK] },
        rename: [{ from: CARRIED, to: DECK }],
      }),
    ),
  destroy: () => documents.destroy([DECK]),
  order: () => events.append(append({ streams: [{ stream: TALK, events: [bare()] }], destroy: { documents: [DECK] } })),
};
await acts[act]?.();

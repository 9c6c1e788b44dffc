import { describe, expect, it } from 'vitest';
import { append, OWN, record, said, TALK, text, words } from '../contracts/appends.ts';
import { dataFolder, openFolder } from '../contracts/data-folder.ts';

/** Each statement that an append runs, by the row at which it fails. */
const STATEMENTS: [what: string, file: 'events' | 'keys', on: string][] = [
  ['the key of the stream', 'keys', 'INSERT ON stream_key'],
  ['the key of the first words', 'keys', 'INSERT ON body_key'],
  ['the stream', 'events', 'INSERT ON stream'],
  ['the first words', 'events', 'INSERT ON body'],
  ['the later words', 'events', 'INSERT ON body WHEN (SELECT count(*) FROM body) > 1'],
  ['the first event', 'events', 'INSERT ON event'],
  ['a later event', 'events', 'INSERT ON event WHEN NEW.seq > 1'],
  ['the last event', 'events', 'INSERT ON event WHEN (SELECT count(*) FROM event) > 2'],
];

describe('an append over two streams', () => {
  it.each(STATEMENTS)(
    'ES2 ES10 records nothing where %s cannot be written, and goes on after (row 31)',
    async (_, file, on) => {
      const { events, files } = await openFolder(dataFolder());
      const [verb = '', when = ''] = on.split(' WHEN ');
      const condition = when && `WHEN ${when}`;
      files[file].exec(
        `CREATE TRIGGER failpoint BEFORE ${verb} ${condition} BEGIN SELECT RAISE(ABORT, 'failpoint'); END`,
      );
      const both = {
        streams: [
          { stream: TALK, events: [said('one'), said('two')] },
          { stream: OWN, events: [said('mine'), said('too')] },
        ],
      };
      await expect(events.append(append(both))).rejects.toThrow('failpoint');
      expect([await events.read(TALK, 0), await events.read(OWN, 0)]).toEqual([[], []]);
      files[file].exec('DROP TRIGGER failpoint');
      await record(events, both);
      expect(await words(events, TALK)).toEqual([text('one'), text('two')]);
      expect(await words(events, OWN)).toEqual([text('mine'), text('too')]);
    },
  );
});

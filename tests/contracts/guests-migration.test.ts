import { join } from 'node:path';
import { openDatabase } from '@turnward/server/adapters/sqlite/open-database.ts';
import type { AnyEvent } from '@turnward/server/ports/event-store.ts';
import { expect, it } from 'vitest';
import { record } from './appends.ts';
import { dataFolder, filesBelow, openFolder } from './data-folder.ts';

const came = (type: string, memberId: string) => ({ event: { type, memberId } as AnyEvent });

it('ES12 finds the people of a data folder from before guests, and from then on those who ask to be guests', async () => {
  const folder = dataFolder();
  const { events, close } = await openFolder(folder);
  await record(events, { spaceId: 's1', streams: [{ stream: 'space:s1', events: [came('MemberJoined', 'ada')] }] });
  await close();
  // As the second change left it.
  const database = openDatabase(join(folder, 'turnward.db'));
  database.exec(`
    DROP INDEX event_person;
    CREATE INDEX event_member ON event (json_extract(header, '$.memberId'), stream_id) WHERE type = 'MemberJoined';
    DROP TABLE audit;
    ${['kind', 'auth_at', 'strong', 'seen_at', 'locked_at'].map((name) => `ALTER TABLE session DROP COLUMN ${name};`).join('')}
    DROP INDEX session_member;
    ${['account', 'passkey', 'recovery_code', 'pending_change', 'app_lock', 'app_lock_tries', 'mail_address', 'mail_key'].map((name) => `DROP TABLE ${name};`).join('')}
    DELETE FROM kysely_migration WHERE name >= '0003-guests';
  `);
  database.close();

  const later = await openFolder(folder);
  expect(filesBelow(folder).some(({ path }) => path.endsWith('turnward.db.before-0003-guests'))).toBe(true);
  await record(later.events, {
    spaceId: 's2',
    streams: [{ stream: 'space:s2', events: [came('GuestProposed', 'ada')] }],
  });
  expect(await later.events.spacesOf('ada')).toEqual(['s1', 's2']);
  const plan = later.files.events
    .prepare(
      `EXPLAIN QUERY PLAN SELECT DISTINCT space_id FROM event JOIN stream ON stream.id = event.stream_id
       WHERE type IN ('MemberJoined', 'GuestProposed') AND json_extract(header, '$.memberId') = ? AND stream.name LIKE 'space:%'`,
    )
    .all('ada')
    .map(({ detail }) => detail);
  expect(plan).toContain('SEARCH event USING INDEX event_person (<expr>=?)');
});

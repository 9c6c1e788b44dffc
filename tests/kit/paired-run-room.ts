import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openSqlite } from '@turnward/server/adapters/sqlite/open-sqlite.ts';
import { compose } from '@turnward/server/compose.ts';
import { readConfig } from '@turnward/server/config.ts';
import { appendDrafts } from '@turnward/server/events/append-drafts.ts';
import { openFileKeys } from '@turnward/server/keys/file-key-provider.ts';
import type { Logger } from '@turnward/server/log.ts';
import { sha256 } from '@turnward/server/session.ts';
import { isRefused } from '@turnward/shared/kernel/decider.ts';
import type { Drafted, Recorded } from '@turnward/shared/kernel/event.ts';
import { type GuestRole, SEATS, type Seat } from '@turnward/shared/kernel/stream.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import { decideSpace } from '@turnward/shared/space/decide.ts';
import type { InvitedAs, SpaceEvent } from '@turnward/shared/space/events.ts';
import { evolveSpace } from '@turnward/shared/space/evolve.ts';
import { initialSpace } from '@turnward/shared/space/state.ts';
import { aSession } from './a-session.ts';

/** Everybody in the room: a partner by their seat, the one who facilitates, or one who reads along. */
export type Who = Seat | GuestRole;
export const memberIdOf = (who: Who): string => `member-${who}`;
export const SPACE = 'the-space';
/** The cookie of the device that each came with. Always the same, so that no two runs differ in them. */
export const cookieOf = (who: Who): string => `turnward=${who.padEnd(43, '-')}`;

/** A real server on a clock that stands still unless it is moved, with a space and everybody in it signed in. */
export type PairedRoom = {
  origin: string;
  dataDir: string;
  now(): number;
  advance(ms: number): void;
  /** Stops the server; what it wrote stays. */
  stop(): Promise<void>;
  /** Stops it if it runs, and removes what it wrote. */
  remove(): Promise<void>;
};

const BEGUN_AT = Date.UTC(2026, 2, 20, 18);
const DAY = 86_400_000;
const SILENT: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

export async function openRoom(people: readonly Who[], log: Logger = SILENT): Promise<PairedRoom> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'turnward-'));
  await seat(dataDir, people);
  const read = readConfig({ DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: '0', FACILITATOR_FACTORS: 'optional' });
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  let clock = BEGUN_AT;
  const now = () => clock;
  const server = await compose(read.config, { now, log });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= server.close();
    return stopping;
  };
  return {
    origin: `http://127.0.0.1:${server.port}`,
    dataDir,
    now,
    advance: (ms) => {
      clock += ms;
    },
    stop,
    async remove() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Seats everybody while no server runs, as the doors and both partners' consent would. */
async function seat(dataDir: string, people: readonly Who[]): Promise<void> {
  const store = await openSqlite({ dataDir, keys: await openFileKeys(dataDir) });
  let space = initialSpace;
  const record = async (commandId: string, drafts: readonly Drafted<SpaceEvent>[]) => {
    const ids = { spaceId: SPACE, author: memberIdOf('a'), commandId, at: BEGUN_AT };
    const appended = await store.events.append(appendDrafts(ids, drafts, new Map()));
    if (appended.outcome !== 'appended') throw new Error(`Nobody was seated: ${appended.outcome}`);
    for (const each of appended.events) space = evolveSpace(space, each as Recorded<SpaceEvent>);
  };
  let asked = 0;
  const ask = async (command: SpaceCommand) => {
    const decided = decideSpace(space, command, BEGUN_AT);
    if (isRefused(decided)) throw new Error(decided.refused);
    await record(`seat-${++asked}-${command.type}`, decided);
  };
  const memberId = memberIdOf('a');
  const invite = (inviteId: string, as: InvitedAs) =>
    ask({ type: 'MakeInvite', inviteId, by: memberId, via: 'link', expiresAt: BEGUN_AT + DAY, as });
  const names = { spaceName: 'Room', memberName: 'Robin' };
  await ask({ type: 'CreateSpace', spaceId: SPACE, memberId, practice: false, ...names });
  await invite('invitation', { role: 'partner', seat: 'b' });
  await ask({ type: 'AcceptInvite', inviteId: 'invitation', memberId: memberIdOf('b'), memberName: 'Kim' });
  for (const role of ['facilitator', 'observer'] as const) {
    if (!people.includes(role)) continue;
    const guest = { inviteId: `invitation-${role}`, memberId: memberIdOf(role), role };
    await invite(guest.inviteId, { role });
    const said =
      role === 'facilitator' ? { memberName: 'Ada', secrets: 'no-secrets' as const } : { memberName: 'Ulli' };
    await ask({ type: 'ProposeGuest', ...guest, ...said });
    for (const seat of SEATS) await ask({ type: 'ConfirmGuest', memberId: guest.memberId, by: memberIdOf(seat) });
  }
  for (const who of people) {
    const idHash = sha256(cookieOf(who).slice('turnward='.length));
    const times = { createdAt: BEGUN_AT, expiresAt: BEGUN_AT + 90 * DAY };
    await store.sessions.add(aSession({ idHash, memberId: memberIdOf(who), ...times }));
  }
  await store.close();
}

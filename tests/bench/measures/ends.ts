import { setTimeout as wait } from 'node:timers/promises';
import type { SessionList } from '@turnward/shared/wire/account-doors.ts';
import type { CommandReply } from '@turnward/shared/wire/protocol.ts';
import { ENDINGS, type Ending, isTimed } from '../ends/endings.ts';
import type { EndingRoom } from '../ends/seed-ends.ts';
import { allClosed, connect, doorShut, knock, openVictim } from '../ends/victim.ts';
import type { SocketIoLine } from '../line/socket-io-line.ts';
import type { Chance } from '../load/chance.ts';
import { type Quantiles, quantiles } from '../load/quantiles.ts';

/** From the end of somebody's being here (the press, or the time that was set) until nothing of it was left, in ms. */
export type EndFigures = {
  ending: Ending;
  count: number;
  /** To the last frame of the space that still came down; 0 where none did. */
  frame: Quantiles | undefined;
  line: Quantiles | undefined;
  document: Quantiles | undefined;
  door: Quantiles | undefined;
};
/** `othersBusy`: cores that other programs kept busy meanwhile. */
export type Ends = { of: EndFigures[]; othersBusy: number };

/** Somebody else of the room keeps changing the space meanwhile, every so many ms: about as much as a member may send. */
const EVERY = 40;
/** How long before the end, and after everything was closed, they do so. In ms. */
const BEFORE = 300;
const AFTER = 300;
/** Rooms in which something is pressed at the same time. */
const AT_ONCE = 6;

type Sample = Record<'frame' | 'line' | 'document' | 'door', number | undefined>;
type Guest = { memberId: string; secret: string };

/** Ends each room's victim in its way, the timed ones as their time comes, while the others of the room go on. */
export async function ends(
  port: number,
  rooms: readonly EndingRoom[],
  { guest, chance }: { guest: Guest; chance: Chance },
): Promise<EndFigures[]> {
  const samples = new Map<Ending, Sample[]>(ENDINGS.map((ending) => [ending, []]));
  const one = async (room: EndingRoom) => {
    samples.get(room.ending)?.push(await sampleOf(port, room, guest, chance));
  };
  const timed = rooms.filter(({ ending }) => isTimed(ending)).map(one);
  const pressed = rooms.filter(({ ending }) => !isTimed(ending));
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let room = pressed.shift(); room; room = pressed.shift()) await one(room);
  });
  await Promise.all([...timed, ...workers]);
  return [...samples].map(([ending, of]) => figuresOf(ending, of));
}

async function sampleOf(port: number, room: EndingRoom, guest: Guest, chance: Chance): Promise<Sample> {
  const { ending, spaceId, conversationId, devices, dueAt } = room;
  const ofGuest = ending === 'frozen guest';
  const secret = ofGuest ? guest.secret : room.victim;
  const victim = await openVictim(port, secret, spaceId, ofGuest ? undefined : conversationId);
  const other = await connect(port, devices[1]?.secret ?? '');
  const press = isTimed(ending) ? undefined : await pressFor(port, room, guest);
  const startsAt = press ? Date.now() : dueAt - BEFORE;
  if (Date.now() > startsAt + BEFORE / 2) throw new Error('A session ended before the bench had looked at it.');
  await wait(Math.max(0, startsAt - Date.now()));
  const talk = keepTalking(other, spaceId);
  await wait(press ? BEFORE + chance.exponential(1000 / EVERY) : Math.max(0, dueAt - Date.now()));

  const at = press ? performance.now() : dueAt - performance.timeOrigin;
  const endsSession = !ofGuest && ending !== 'left the space';
  const door = endsSession ? doorShut(port, secret) : undefined;
  await press?.();
  await allClosed(victim, !ofGuest);
  const doorAt = await door;
  await wait(AFTER);
  await talk.stop();
  if (victim.frames === 0) throw new Error('Nothing came down before the end: nothing would be measured.');
  for (const line of [victim, other]) line.close();
  const after = (when: number | undefined) => (when === undefined ? undefined : Math.max(0, when - at));
  return {
    frame: after(victim.lastFrame),
    line: after(victim.lineClosed),
    document: after(victim.documentClosed),
    door: after(doorAt),
  };
}

let commands = 0;
const ask = (line: SocketIoLine, spaceId: string, command: object): Promise<CommandReply> => {
  const envelope = { commandId: `bench-ends-${++commands + 1_000_000}`, to: 'space', id: spaceId, command };
  return line.ask('command', envelope) as Promise<CommandReply>;
};

/** All that can be done before, so that the press alone is measured. */
async function pressFor(port: number, room: EndingRoom, guest: Guest): Promise<() => Promise<void>> {
  const { spaceId, victim } = room;
  const own = room.devices[0]?.secret ?? '';
  const door = (secret: string, path: string, body: object) => async () => {
    const { ok, status } = await knock(port, secret, path, body);
    if (!ok) throw new Error(`${path} answered ${status}.`);
  };
  const command = async (asked: object) => {
    const line = await connect(port, own);
    return async () => {
      const reply = await ask(line, spaceId, asked);
      line.close();
      if (!reply.ok) throw new Error(`An end was refused: ${reply.refusal}.`);
    };
  };
  switch (room.ending) {
    case 'sign-out':
      return door(victim, '/leave', {});
    case 'end one': {
      const { sessions } = (await (await knock(port, own, '/sessions')).json()) as SessionList;
      return door(own, '/sessions/end', { id: sessions.find(({ here }) => !here)?.id });
    }
    case 'end others':
      return door(own, '/sessions/end-others', {});
    case 'lock':
      return door(victim, '/lock', { opening: false });
    case 'left the space':
      return command({ type: 'LeaveSpace', erase: false });
    case 'frozen guest':
      return command({ type: 'FreezeMember', memberId: guest.memberId });
    default:
      throw new Error(`Nobody presses ${room.ending}.`);
  }
}

/** Changes the space again and again, so that there is always something to be told. */
function keepTalking(line: SocketIoLine, spaceId: string) {
  let on = true;
  const talk = (async () => {
    for (let n = 1; on; n++) {
      // Refused where the other partner has left.
      await ask(line, spaceId, { type: 'SetMeeting', at: Date.now() + n * 86_400_000 });
      await wait(EVERY);
    }
  })();
  return {
    async stop() {
      on = false;
      await talk;
    },
  };
}

function figuresOf(ending: Ending, samples: readonly Sample[]): EndFigures {
  const of = (what: keyof Sample): Quantiles | undefined => {
    const values = samples.map((sample) => sample[what]).filter((value) => value !== undefined);
    return values.length > 0 ? quantiles(Float64Array.from(values)) : undefined;
  };
  const [frame, line, document, door] = [of('frame'), of('line'), of('document'), of('door')];
  return { ending, count: samples.length, frame, line, document, door };
}

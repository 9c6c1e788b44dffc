import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { clearTheWay } from './fit.ts';
import { Beside } from './paired-run-beside.ts';
import { Draw } from './paired-run-draw.ts';
import { gather } from './paired-run-gathering.ts';
import { Keeper, type Kept } from './paired-run-keeper.ts';
import { Member } from './paired-run-member.ts';
import { cookieOf, openRoom, SPACE, type Who } from './paired-run-room.ts';
import { Stage } from './paired-run-stage.ts';
import { Ears, type Transcript } from './paired-run-tap.ts';
import { playTurns } from './paired-run-turns.ts';
import { Person } from './person.ts';

/** Something between everybody and the server: a test puts it there to see that the comparison bites. */
export type Between = (origin: string, keeper: Who) => Promise<{ origin: string; close(): Promise<void> }>;

export type PairedRun = { keeper: Who; heard: Transcript; kept: Kept };

/** Who is there, and what of it the seed decides. `led`: whoever facilitates leads, and is beside the keeper. */
type Cast = { keeper: Who; people: readonly Who[]; guideId: string; led: boolean; kept: boolean };

/**
 * One whole talk through the real server, from the gathering room to the end. `seed` decides all that anybody else may know,
 * who keeps to themself included; `secret` decides only what that one keeps (0: nothing at all). Two runs of one seed must be
 * the same to everybody else, to the byte, whatever the secrets are.
 */
export async function pairedRun(seed: number, secret: number, between: Between = straight): Promise<PairedRun> {
  const draw = new Draw(seed);
  const keeper = draw.one<Who>(['a', 'b', 'a', 'b', 'facilitator']);
  const facilitated = keeper === 'facilitator' || draw.below(2) === 0;
  const people: Who[] = facilitated ? ['a', 'b', 'facilitator'] : ['a', 'b'];
  const guideId = draw.one(['heard', 'reach-and-respond', 'heard', 'five-part-check-in']);
  return play(draw, { keeper, people, guideId, led: false, kept: false }, secret, between);
}

/**
 * WH1. The same of a talk that is led: what differs is also all that goes on between one partner and whoever leads. It is the
 * other partner and an observer who must be sent the same.
 */
export async function besideRun(seed: number, secret: number, between: Between = straight): Promise<PairedRun> {
  const draw = new Draw(seed);
  const keeper = draw.one<Who>(['a', 'b']);
  const guideId = draw.one(['heard', 'reach-and-respond', 'five-part-check-in']);
  const people = ['a', 'b', 'facilitator', 'observer'] as const;
  return play(draw, { keeper, people, guideId, led: true, kept: draw.below(2) === 0 }, secret, between);
}

async function play(draw: Draw, cast: Cast, secret: number, between: Between): Promise<PairedRun> {
  const { keeper: keeperIs, people, led, kept } = cast;
  const guide = guideById(cast.guideId);
  if (!guide) throw new Error('no such guide');

  const room = await openRoom(people);
  const line = await between(room.origin, keeperIs);
  const ears = new Ears();
  const hears = (who: Who) => who !== keeperIs && !(led && who === 'facilitator');
  const members = people.map((who) => new Member(who, line.origin, hears(who) ? ears : undefined));
  try {
    for (const member of members) await member.connect();
    const first = draw.one(['a', 'b'] as const);
    const partners = SEATS.map((seat) => new Person(room.origin, cookieOf(seat)));
    await clearTheWay(guide.id, SPACE, partners);
    const opened = await members[0]?.person.ask(SPACE, { type: 'OpenConversation', guideId: guide.id, first });
    if (!opened?.ok || !opened.created) throw new Error(JSON.stringify(opened));
    const conversationId = opened.created;
    ears.knows(conversationId, 'talk');
    for (const { person } of members) {
      await person.follow('conversation', conversationId);
      // As a page does that has the talk open: a guest shows as here once it says so.
      person.report({ conversationId });
    }

    const keeper = new Keeper(
      memberIn(members, keeperIs),
      { conversationId, guide },
      secret === 0 ? undefined : new Draw(secret),
      led ? new Beside(memberIn(members, keeperIs), memberIn(members, 'facilitator'), conversationId) : undefined,
    );
    const stage = new Stage({ room, members, keeper, guide, conversationId, draw, ears, led, kept });
    await stage.atRest();
    await gather(stage);
    await playTurns(stage);
    await keeper.leave();
    await comeAgain(stage);
    return { keeper: keeperIs, heard: ears.transcript(), kept: keeper.kept };
  } finally {
    for (const member of members) await member.leave();
    await line.close();
    await room.remove();
  }
}

function memberIn(members: readonly Member[], who: Who): Member {
  const member = members.find((each) => each.who === who);
  if (!member) throw new Error(`${who} is not here`);
  return member;
}

/** Whoever comes on a new device reads everything again, from the beginning. */
async function comeAgain(stage: Stage): Promise<void> {
  for (const watcher of stage.watchers) {
    const device = new Member(watcher.who, watcher.person.origin, stage.ears);
    await device.connect(stage.conversationId);
    await device.person.caughtUp();
    await stage.atRest();
    await device.leave();
  }
}

const straight: Between = async (origin) => ({ origin, close: async () => undefined });

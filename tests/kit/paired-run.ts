import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { Draw } from './paired-run-draw.ts';
import { gather } from './paired-run-gathering.ts';
import { Keeper, type Kept } from './paired-run-keeper.ts';
import { Member } from './paired-run-member.ts';
import { openRoom, SPACE, type Who } from './paired-run-room.ts';
import { Stage } from './paired-run-stage.ts';
import { Ears, type Transcript } from './paired-run-tap.ts';
import { playTurns } from './paired-run-turns.ts';

/** Something between everybody and the server: a test puts it there to see that the comparison bites. */
export type Between = (origin: string, keeper: Who) => Promise<{ origin: string; close(): Promise<void> }>;

export type PairedRun = { keeper: Who; heard: Transcript; kept: Kept };

/**
 * One whole talk through the real server, from the gathering room to the end. `seed` decides all that anybody else may know,
 * who keeps to themself included; `secret` decides only what that one keeps (0: nothing at all). Two runs of one seed must be
 * the same to everybody else, to the byte, whatever the secrets are.
 */
export async function pairedRun(seed: number, secret: number, between: Between = straight): Promise<PairedRun> {
  const draw = new Draw(seed);
  const keeperIs = draw.one<Who>(['a', 'b', 'a', 'b', 'facilitator']);
  const facilitated = keeperIs === 'facilitator' || draw.below(2) === 0;
  const people: Who[] = facilitated ? ['a', 'b', 'facilitator'] : ['a', 'b'];
  const guide = guideById(draw.one(['heard', 'reach-and-respond', 'heard', 'five-part-check-in']));
  if (!guide) throw new Error('no such guide');

  const room = await openRoom(people);
  const line = await between(room.origin, keeperIs);
  const ears = new Ears();
  const members = people.map((who) => new Member(who, line.origin, who === keeperIs ? undefined : ears));
  try {
    for (const member of members) await member.connect();
    const first = draw.one(['a', 'b'] as const);
    const opened = await members[0]?.person.ask(SPACE, { type: 'OpenConversation', guideId: guide.id, first });
    if (!opened?.ok || !opened.created) throw new Error(JSON.stringify(opened));
    const conversationId = opened.created;
    ears.knows(conversationId, 'talk');
    for (const { person } of members) await person.follow('conversation', conversationId);

    const keeperMember = members.find(({ who }) => who === keeperIs);
    if (!keeperMember) throw new Error('nobody keeps');
    const keeper = new Keeper(keeperMember, { conversationId, guide }, secret === 0 ? undefined : new Draw(secret));
    const stage = new Stage({ room, members, keeper, guide, conversationId, draw, ears });
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

import { setImmediate as nextTurn } from 'node:timers/promises';
import { boxesOf } from '@turnward/shared/documents/draft.ts';
import { documentName } from '@turnward/shared/documents/names.ts';
import { notesText, partsOf } from '@turnward/shared/documents/notes.ts';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import {
  parseStreamName,
  readableStreams,
  type StreamName,
  streamName,
  type Viewer,
} from '@turnward/shared/kernel/stream.ts';
import { isMine, type Who } from '@turnward/shared/space/mine.ts';
import { guestOf, type ListedConversation, memberOf, type SpaceState } from '@turnward/shared/space/state.ts';
import type { MyData, MyEvent, MyRoom, MyTalk } from '@turnward/shared/wire/my-data.ts';
import type { ReadDocument } from '../between-lines.ts';
import { serialByKey } from '../events/serial.ts';
import type { AnyEvent, EventStore } from '../ports/event-store.ts';
import type { Spaces } from '../space/spaces.ts';

type Parts = { events: EventStore; spaces: Spaces; read: ReadDocument; now: () => number };

/** Events of one page. */
const PAGE = 200;

/**
 * MY1, MY3. Gathers what one person said, wrote and did, from every space they belong to or belonged to: for each person one gathering
 * at a time. Reading waits on nothing where keys are near, so that between two pages and two streams others are given their turn.
 */
export function openMyData({ events, spaces, read, now }: Parts) {
  const oneAtATime = serialByKey();
  return (memberId: string): Promise<MyData> => oneAtATime(memberId, () => gather(memberId));

  async function gather(memberId: string): Promise<MyData> {
    const rooms: MyRoom[] = [];
    for (const spaceId of await events.spacesOf(memberId)) {
      const { state } = await spaces.load(spaceId);
      const viewer = viewerIn(state, memberId);
      if (viewer) rooms.push(await roomOf(state, { ...viewer, memberId }));
    }
    return { layout: 1, madeAt: now(), memberId, rooms };
  }

  async function roomOf(state: SpaceState, person: Viewer & { memberId: string }): Promise<MyRoom> {
    const { spaceId, practice } = state;
    const { memberId } = person;
    const talks: MyTalk[] = [];
    for (const listed of state.conversations) talks.push(await talkOf(listed, person));
    const notes = await read(documentName({ kind: 'notes', spaceId, memberId }), (doc) => notesText(doc).toString());
    const did = await mineIn(streamName('space', spaceId), whoIs(person));
    // FI4. That and when the private questions were answered. What follows from it is for nobody to be shown on demand.
    if (person.role === 'partner') {
      const answered = await mineIn(streamName(`fit/${person.seat}`, spaceId), whoIs(person));
      did.push(...answered.map(({ stream, seq, at, event: { type } }) => ({ stream, seq, at, event: { type } })));
    }
    return { spaceId, as: person.role, practice, did, ...(notes && { notes }), talks };
  }

  async function talkOf(
    { conversationId, guideId, openedAt }: ListedConversation,
    person: Viewer & { memberId: string },
  ): Promise<MyTalk> {
    const mine: MyEvent[] = [];
    for (const stream of readableStreams(conversationId, person)) mine.push(...(await mineIn(stream, whoIs(person))));
    const { memberId } = person;
    const draft =
      person.role === 'partner' &&
      (await read(documentName({ kind: 'draft', conversationId, seat: person.seat }), (doc) => boxesOf(doc)));
    const progress = await read(documentName({ kind: 'progress', conversationId, memberId }), partsOf);
    const drafts = Object.fromEntries(draft || []);
    return { conversationId, guideId, openedAt, events: mine, drafts, ...(progress && { progress }) };
  }

  /** Headers first: words of others are not even unsealed. */
  async function mineIn(stream: StreamName, who: Who): Promise<MyEvent[]> {
    await nextTurn();
    const seqs = (await events.headers(stream, 0)).filter(isOf(who)).map(({ seq }) => seq);
    const mine: MyEvent[] = [];
    for (let at = 0; at < seqs.length; ) {
      const first = seqs[at] ?? 0;
      let run = 1;
      while (run < PAGE && seqs[at + run] === first + run) run++;
      for (const { seq, at: when, event, words } of await events.read(stream, first - 1, run)) {
        const kind = parseStreamName(stream)?.kind ?? 'space';
        mine.push({ stream: kind, seq, at: when, event, ...(words !== undefined && { words }) });
      }
      at += run;
      await nextTurn();
    }
    return mine;
  }
}

const isOf =
  (who: Who) =>
  ({ event }: Recorded<AnyEvent>): boolean =>
    isMine(event as Parameters<typeof isMine>[0], who);

const whoIs = (person: Viewer & { memberId: string }): Who => ({
  memberId: person.memberId,
  seat: person.role === 'partner' ? person.seat : null,
});

/** ER6. A partner who left for good: what they said stays theirs. */
const leftBy = ({ left }: SpaceState, memberId: string) => left.find((each) => each.memberId === memberId);

/** As whom they read: what is theirs stays theirs when a membership has ended. */
function viewerIn(state: SpaceState, memberId: string): Viewer | undefined {
  const known = memberOf(state, memberId) ?? guestOf(state, memberId) ?? leftBy(state, memberId);
  if (!known) return undefined;
  return known.role === 'partner' ? { role: 'partner', seat: known.seat } : { role: known.role };
}

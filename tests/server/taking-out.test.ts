import { openMemory } from '@turnward/server/adapters/memory/open-memory.ts';
import { openConversations } from '@turnward/server/conversation/conversations.ts';
import { serialByKey } from '@turnward/server/events/serial.ts';
import { openTakingOut, type TakeOutAsked } from '@turnward/server/exports/take-out.ts';
import { openDeepLock } from '@turnward/server/fit/deep-lock.ts';
import { openFits } from '@turnward/server/fit/fits.ts';
import type { NewEvent } from '@turnward/server/ports/event-store.ts';
import { openNames } from '@turnward/server/space/names.ts';
import { newId, spaceCommandRunner } from '@turnward/server/space/run-space-command.ts';
import { openSpaces } from '@turnward/server/space/spaces.ts';
import { heard } from '@turnward/shared/guides/heard.ts';
import { SEATS, streamName } from '@turnward/shared/kernel/stream.ts';
import type { SpaceCommand } from '@turnward/shared/space/commands.ts';
import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import type { TalksCopy } from '@turnward/shared/wire/talks-copy.ts';
import { describe, expect, it } from 'vitest';
import { TalkRecord } from '../client/record-talk.ts';
import { record } from '../contracts/appends.ts';
import { GatedEvents } from '../kit/gated-events.ts';
import { consents, couple, kept } from '../kit/spec-guests.ts';
import { NOON } from '../kit/spec-talk.ts';

/** Two kept talks of Robin and Kim, who both agreed at noon that all is taken out; Kim asks. */
async function bothAgreed() {
  const { events: store } = openMemory();
  const events = new GatedEvents(store);
  const now = () => NOON + 1000;
  const [spaces, conversations, fits] = [
    openSpaces(events, now),
    openConversations(events, now),
    openFits(events, now),
  ];
  const lock = openDeepLock({ fits, spaces, config: { DEEP_GUIDES: 'ask' }, now });
  const publish = async () => undefined;
  const run = spaceCommandRunner({ events, spaces, conversations, lock, serial: serialByKey(), publish, now });
  const takeOut = openTakingOut({ events, spaces, names: openNames(events, spaces), run, now });

  const past = [...couple, ...kept('c1'), ...kept('c2'), ...SEATS.map((seat) => consents(seat, 'full-export'))];
  const space = past.map(({ event, words }) => ({ event, ...(words && 'text' in words && { words }) }) as NewEvent);
  await record(store, { at: NOON, streams: [{ stream: 'space:s1', events: space }] });
  for (const id of ['c1', 'c2']) {
    const talk = new TalkRecord(heard).playTo('end', (seat) => `said by ${seat} in ${id}`);
    const said = talk.streams.talk.map(({ event, words }) => ({ event, ...(words && { words }) }));
    await record(store, { at: NOON, streams: [{ stream: streamName('talk', id), events: said }] });
  }

  const asks = (command: SpaceCommand & { by: string }) =>
    run({ spaceId: 's1', author: command.by, commandId: newId(), command });
  const exported = async () =>
    (await store.headers('space:s1', 0)).filter(({ event }) => event.type === 'TranscriptExported').length;
  const state: { gone?: Refusal } = {};
  const wish: TakeOutAsked = {
    spaceId: 's1',
    memberId: 'kim',
    form: 'json',
    language: 'en',
    present: () => state.gone,
  };
  return { store, events, takeOut: () => takeOut(wish), asks, exported, state };
}
type Setting = Awaited<ReturnType<typeof bothAgreed>>;

const withdraws = { type: 'WithdrawConsent', what: 'full-export', by: 'robin' } as const;
/** What may come between, and how whoever asked is answered then. */
const BETWEEN: [what: string, happens: (setting: Setting) => unknown, refusal: Refusal][] = [
  ['the other takes their consent back', ({ asks }) => asks(withdraws), 'needs-consent'],
  ['whoever asked takes it back', ({ asks }) => asks({ ...withdraws, by: 'kim' }), 'needs-consent'],
  [
    'the other lets nothing be read alone',
    ({ asks }) => asks({ ...withdraws, what: 'look-back-alone' }),
    'needs-consent',
  ],
  ['the other leaves', ({ asks }) => asks({ type: 'LeaveSpace', erase: false, by: 'robin' }), 'needs-consent'],
  ['whoever asked leaves', ({ asks }) => asks({ type: 'LeaveSpace', erase: false, by: 'kim' }), 'not-found'],
  ['whoever asked signs out', ({ state }) => Object.assign(state, { gone: 'signed-out' }), 'signed-out'],
  ['the page is locked', ({ state }) => Object.assign(state, { gone: 'locked' }), 'locked'],
];

describe('taking whole talks out, while something else happens', () => {
  it('CO6 hands over all of it where nothing came between, and records it once, before', async () => {
    const { takeOut, exported, events } = await bothAgreed();
    let before = -1;
    events.before('read', 'talk:c1', async () => {
      before = await exported();
    });
    const answer = await takeOut();
    expect([before, await exported()]).toEqual([0, 1]);
    const copy: TalksCopy = JSON.parse('value' in answer ? answer.value : '');
    expect(copy.talks.map(({ conversationId }) => conversationId)).toEqual(['c1', 'c2']);
  });

  it.each(BETWEEN)(
    'CO6 row 33: between two talks %s: no byte, and nothing is recorded',
    async (_, happens, refusal) => {
      const setting = await bothAgreed();
      setting.events.before('read', 'talk:c1', () => happens(setting));
      expect(await setting.takeOut()).toEqual({ refusal });
      expect(setting.events.reads).not.toContain('talk:c2');
      expect(await setting.exported()).toBe(0);
    },
  );

  it.each(BETWEEN)(
    'CO6 row 33: when all of it is there, %s: no byte, and nothing is recorded',
    async (_, happens, refusal) => {
      const setting = await bothAgreed();
      setting.events.before('heads', 'talk:c1', () => happens(setting));
      expect(await setting.takeOut()).toEqual({ refusal });
      expect(await setting.exported()).toBe(0);
    },
  );

  it.each(BETWEEN)('CO6 row 33: while it is being recorded, %s: no byte', async (_, happens, refusal) => {
    const setting = await bothAgreed();
    setting.events.before('heads', 'talk:c1', () => undefined);
    setting.events.before('heads', 'talk:c1', () => happens(setting));
    expect(await setting.takeOut()).toEqual({ refusal });
    expect(await setting.exported()).toBe(1);
  });

  it('CO6 ER2 words that their author took back meanwhile are not in it', async () => {
    const { takeOut, store, events, exported } = await bothAgreed();
    const said = (await store.read('talk:c1', 0)).find(({ words }) => words?.text);
    const seq = said?.seq ?? 0;
    events.before('read', 'talk:c2', () =>
      record(store, {
        streams: [{ stream: 'talk:c1', events: [{ event: { type: 'WordsWithdrawn', seat: 'a', seq } as never }] }],
        destroy: { events: [{ stream: 'talk:c1', seq }] },
      }),
    );
    const answer = await takeOut();
    const lines = (JSON.parse('value' in answer ? answer.value : '') as TalksCopy).talks.flatMap(({ sections }) =>
      sections.flatMap((each) => each.lines),
    );
    expect(lines.filter(({ instead }) => instead?.includes('took these words back'))).toHaveLength(1);
    expect(await exported()).toBe(1);
  });

  it('CO6 gives up where a talk does not come to rest, and then hands over nothing', async () => {
    const { takeOut, store, events, exported } = await bothAgreed();
    for (let attempt = 0; attempt < 3; attempt++) {
      const event = { type: 'WordsFolded', seat: 'a', seq: 7, folded: attempt % 2 === 0 } as never;
      events.before('heads', 'talk:c1', () => record(store, { streams: [{ stream: 'talk:c1', events: [{ event }] }] }));
    }
    expect(await takeOut()).toEqual({ refusal: 'unavailable' });
    expect(await exported()).toBe(0);
  });
});

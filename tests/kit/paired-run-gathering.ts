import { addCard, type Card, cardsOf, cardText, moveCard, setAside } from '@turnward/shared/documents/deck.ts';
import { draftBox } from '@turnward/shared/documents/draft.ts';
import { SEATS } from '@turnward/shared/kernel/stream.ts';
import { lead } from './paired-run-led.ts';
import type { Member } from './paired-run-member.ts';
import { memberIdOf, SPACE } from './paired-run-room.ts';
import type { Stage } from './paired-run-stage.ts';

/** Everybody opens what they may, arranges the deck, looks at what is not theirs, marks cards, and begins. */
export async function gather(stage: Stage): Promise<void> {
  const { members, draw, conversationId } = stage;
  for (const member of members) {
    await stage.act(() => member.open({ kind: 'deck', conversationId }));
    const own = ownDocument(stage, member);
    if (own && !stage.keeps(member)) await stage.act(() => member.open(own));
  }
  for (let acts = 4 + draw.below(4); acts > 0; acts--) await arrange(stage, acts);
  for (const member of stage.watchers) await tryDoors(stage, member);
  if (stage.guide.cards) await markCards(stage);
  if (stage.led) await lead(stage);
  for (const seat of SEATS) await stage.ask(seat, { type: 'SetReady', ready: true });
  await stage.ask(stage.led ? 'facilitator' : 'a', { type: 'Begin' });
  for (const member of members) await stage.act(() => member.open({ kind: 'story', conversationId }));
}

/** Documents that a watcher has no business with; and what the doors say meanwhile. */
export async function tryDoors(stage: Stage, member: Member): Promise<void> {
  const { conversationId } = stage;
  const foreign = SEATS.filter((seat) => seat !== member.who).map(
    (seat) => ({ kind: 'draft', conversationId, seat }) as const,
  );
  const notes = {
    kind: 'notes',
    spaceId: SPACE,
    memberId: memberIdOf(stage.led ? 'facilitator' : stage.keeper.member.who),
  } as const;
  await stage.act(async () => {
    for (const ref of [...foreign, notes]) {
      const line = await member.line(ref, 8_000, member.tap(`a ${ref.kind} that is not theirs`));
      await line.over();
    }
    await member.knock('GET', '/api/me');
    await member.knock('GET', '/api/join/waiting');
    await member.knock('POST', `/api/spaces/${SPACE}/invites`, { via: 'link' });
  });
}

function ownDocument(stage: Stage, { who, memberId }: Member) {
  const { conversationId } = stage;
  if (who === 'facilitator') return { kind: 'notes', spaceId: SPACE, memberId } as const;
  if (who === 'observer') return undefined;
  return { kind: 'draft', conversationId, seat: who } as const;
}

/** One thing that somebody does with the deck, or with what is their own. */
async function arrange(stage: Stage, number: number): Promise<void> {
  const { draw, members } = stage;
  const member = draw.one(members.filter(({ who }) => who !== 'observer'));
  const deck = member.documents.get('deck');
  if (!deck) throw new Error('no deck');
  const guideCards = stage.guide.cards?.map(({ id }) => id) ?? [];
  const cards = cardsOf(deck.doc, guideCards);
  const cardId = cards.length > 0 ? draw.one(cards).cardId : `own-${number}`;
  const deeds = [
    () => addCard(deck.doc, guideCards, `own-${number}`, draw.words(40)),
    () => cardText(deck.doc, cardId).insert(0, draw.words(30)),
    () => moveCard(deck.doc, guideCards, cardId, draw.below(guideCards.length)),
    () => setAside(deck.doc, cardId, draw.below(2) === 0),
    () => {
      const watcher = draw.one(stage.watchers);
      const own = watcher.documents.get(watcher.who === 'facilitator' ? 'notes' : 'draft');
      if (own) draftBox(own.doc, 'share', 'text').insert(0, draw.words(20));
    },
  ];
  const deed = draw.one(deeds);
  await stage.act(async () => deed());
}

/** DK2. Both mark and say that they are done; what both are ready for is the same in both runs. */
async function markCards(stage: Stage): Promise<void> {
  const { draw, keeper, guide } = stage;
  const deck = stage.member('a').documents.get('deck');
  if (!deck) throw new Error('no deck');
  const cards = cardsOf(deck.doc, guide.cards?.map(({ id }) => id) ?? []).filter(({ aside }) => !aside);
  for (const { cardId, version } of cards) stage.ears.knows(version, `wording of ${cardId}`);
  const theirs = draw.some(cards);
  const both = draw.some(theirs);
  const order = draw.below(2) === 0 ? stage.partners : [...stage.partners].reverse();
  for (const member of order) {
    if (stage.keeps(member)) await keeper.finishMarks(idsOf(theirs), idsOf(both));
    else
      for (const { cardId, version } of theirs)
        await stage.ask(seatOf(member), { type: 'MarkCard', cardId, version, ready: true });
    await stage.ask(seatOf(member), { type: 'FinishMarking', done: true });
  }
  keeper.marksAgain();
}

const idsOf = (cards: readonly Card[]): Set<string> => new Set(cards.map(({ cardId }) => cardId));

function seatOf({ who }: Member): 'a' | 'b' {
  if (who !== 'a' && who !== 'b') throw new Error('no seat');
  return who;
}

import { type GuestRole, SEATS } from '@turnward/shared/kernel/stream.ts';
import { expect } from 'vitest';
import { aCouple, accepted, type Couple } from './couple.ts';
import { Person, secretIn } from './person.ts';
import type { TestServer } from './server.ts';

export type Guest = { person: Person; memberId: string };
export type FacilitatedCouple = Couple & { facilitator: Person; facilitatorId: string };

const NAMES: Record<GuestRole, string> = { facilitator: 'Ada', observer: 'Ulli' };

/** A couple and a facilitator whom both have confirmed; all three connected, all following the space. */
export async function aFacilitatedCouple(server: Pick<TestServer, 'origin'>): Promise<FacilitatedCouple> {
  const couple = await aCouple(server);
  const { person, memberId } = await aGuest(couple, 'facilitator');
  return { ...couple, facilitator: person, facilitatorId: memberId };
}

/** One more guest of this couple: a second facilitator, or an observer. Confirmed by both, connected, following the space. */
export async function aGuest(
  couple: Couple,
  role: GuestRole,
  person = new Person(couple.a.origin),
  name = NAMES[role],
): Promise<Guest> {
  const memberId = await proposed(couple, role, person, name);
  await confirmed(couple, memberId);
  if (!person.connected) await person.connect();
  expect(await person.follow('space', couple.spaceId)).toMatchObject({ ok: true });
  return { person, memberId };
}

/** Comes by a link from partner `a`, and waits for both. The member id. */
export async function proposed(
  { spaceId, a }: Couple,
  role: GuestRole,
  person: Person,
  name = NAMES[role],
): Promise<string> {
  const invited = await a.door('POST', `/api/spaces/${spaceId}/invites`, { via: 'link', role });
  expect(invited.status).toBe(200);
  const said = role === 'facilitator' ? { name, secrets: 'no-secrets' } : { name };
  const joined = await person.door('POST', '/api/join', { token: secretIn(invited.body.url), ...said });
  expect(joined.body).toEqual({ spaceId, standing: 'waiting' });
  return (await person.door('GET', '/api/me')).body.member.memberId;
}

export async function confirmed(couple: Couple, memberId: string): Promise<void> {
  for (const seat of SEATS) accepted(await couple[seat].ask(couple.spaceId, { type: 'ConfirmGuest', memberId }));
}

/** The facilitator opens a guide and leads it; `a` is the first sharer. All three follow it. */
export async function openLed(couple: FacilitatedCouple, guideId: string): Promise<string> {
  const { facilitator, spaceId } = couple;
  const { created = '' } = accepted(await facilitator.ask(spaceId, { type: 'OpenConversation', guideId, first: 'a' }));
  for (const person of [couple.a, couple.b, facilitator]) await person.follow('conversation', created);
  return created;
}

/** Both are admitted and ready, and whoever leads begins. */
export async function beginLed(couple: FacilitatedCouple, conversationId: string): Promise<void> {
  for (const seat of SEATS) {
    accepted(await couple.facilitator.do(conversationId, { type: 'Admit', seat }));
    accepted(await couple[seat].do(conversationId, { type: 'SetReady', ready: true }));
  }
  accepted(await couple.facilitator.do(conversationId, { type: 'Begin' }));
}

export type FoundedSpace = { spaceId: string; facilitator: Person; facilitatorId: string };

/** A facilitator opened a space for a couple, and nobody has come yet. */
export async function aFoundedSpace(server: Pick<TestServer, 'origin'>, practice = false): Promise<FoundedSpace> {
  const facilitator = new Person(server.origin);
  const names = { spaceName: 'A quiet room', memberName: 'Ada', practice, language: 'en' };
  const founded = await facilitator.door('POST', '/api/spaces', { ...names, secrets: 'limited-secrets' });
  expect(founded.status).toBe(200);
  const facilitatorId = (await facilitator.door('GET', '/api/me')).body.member.memberId;
  return { spaceId: founded.body.spaceId, facilitator, facilitatorId };
}

import { aCouple, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { aFacilitatedCouple, aGuest, beginLed, type FacilitatedCouple, openLed } from '../kit/facilitated.ts';
import type { Person } from '../kit/person.ts';
import type { TestServer } from '../kit/server.ts';

/** Who is there when a transcript begins, by the letter that they have in it, and what its names stand for. */
export type Given = {
  people: Record<string, Person>;
  bound: Record<string, unknown>;
  guideId: string;
  phase: 'gathering' | 'live' | undefined;
};

const GIVEN = /^(?:a couple|(gathering|live) in ([^\s,]+)(?: at ([^\s,]+))?)(, led by f)?(, with o)?$/;

/**
 * `a couple` | `gathering in <guide>` | `live in <guide> at <step>`; then `, led by f` where a facilitator opened and leads it,
 * and `, with o` where an observer is there.
 */
export async function given(server: TestServer, what: string): Promise<Given> {
  const [, phase, guideId = '', stepId = '', led, observed] = GIVEN.exec(what) ?? [];
  const facilitated = led ? await aFacilitatedCouple(server) : undefined;
  const couple = facilitated ?? (await aCouple(server));
  const { a, b, spaceId } = couple;
  const people: Record<string, Person> = { a, b };
  if (facilitated) people['f'] = facilitated.facilitator;
  if (observed) people['o'] = (await aGuest(couple, 'observer')).person;

  const bound: Record<string, unknown> = { $space: spaceId, $origin: server.origin, $cookie: a.cookie };
  for (const [who, person] of Object.entries(people)) {
    bound[`$${who}`] = (await person.door('GET', '/api/me')).body.member.memberId;
  }
  if (phase === 'gathering') {
    const opened = await (people['f'] ?? a).ask(spaceId, { type: 'OpenConversation', guideId, first: 'a' });
    if (opened.ok) bound['$c'] = opened.created;
  }
  if (phase === 'live') {
    bound['$foreign'] = await ofOthers(server, guideId);
    const conversationId = await begun(couple, facilitated, guideId);
    await people['o']?.follow('conversation', conversationId);
    await playTo(server, couple, conversationId, stepId);
    bound['$c'] = conversationId;
    bound['$turn'] = a.stateOf(conversationId).turn?.turnId;
  }
  return { people, bound, guideId, phase: phase as Given['phase'] };
}

async function begun(couple: Couple, led: FacilitatedCouple | undefined, guideId: string): Promise<string> {
  const conversationId = led ? await openLed(led, guideId) : await open(couple, guideId);
  await (led ? beginLed(led, conversationId) : begin(couple, conversationId));
  return conversationId;
}

async function ofOthers(server: TestServer, guideId: string): Promise<string> {
  const others = await aCouple(server);
  const conversationId = await open(others, guideId);
  for (const person of [others.a, others.b]) person.disconnect();
  return conversationId;
}

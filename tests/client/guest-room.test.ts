import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accepted, open, playTo } from '../kit/couple.ts';
import { aFacilitatedCouple, aGuest, beginLed, type FacilitatedCouple, openLed } from '../kit/facilitated.ts';
import { until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { CaseloadTab, Tab } from './live-replica.ts';

let server: TestServer;
let couple: FacilitatedCouple;
let talk: string;
let tabs: (Tab | CaseloadTab)[];

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

beforeEach(async () => {
  couple = await aFacilitatedCouple(server);
  talk = await openLed(couple, 'heard');
  tabs = [];
});
afterEach(() => {
  for (const tab of tabs) tab.close();
  for (const person of [couple.a, couple.b, couple.facilitator]) person.disconnect();
});

const tabOf = (person: ConstructorParameters<typeof Tab>[0]): Tab => {
  const tab = new Tab(person, couple.spaceId, talk);
  tabs.push(tab);
  return tab;
};

describe('a room as a guest sees it', () => {
  it('CL1 WH1 holds the talk and both asides for a facilitator, by name, and only their own for a partner', async () => {
    const ada = tabOf(couple.facilitator);
    const kim = tabOf(couple.b);
    accepted(await couple.a.do(talk, { type: 'Whisper', text: 'Please go slowly.' }));
    const room = await until(() => {
      expect(ada.guest.asides.a).toHaveLength(1);
      return ada.guest;
    });
    expect(room).toMatchObject({
      role: 'facilitator',
      memberId: couple.facilitatorId,
      names: { a: 'Robin', b: 'Kim' },
    });
    expect(room.asides.a[0]?.words?.text).toEqual({ text: 'Please go slowly.' });
    expect(room.people[couple.facilitatorId]).toBe('Ada');
    expect(room.state.lead).toEqual({ memberId: couple.facilitatorId, lost: false });
    expect(ada.talk.snapshot()).toMatchObject({ phase: 'refused', sitsElsewhere: 'facilitator' });

    await until(() => expect(kim.now.people[couple.facilitatorId]).toBe('Ada'));
    expect(kim.now.aside).toEqual([]);
    expect(JSON.stringify(kim.now)).not.toContain('slowly');
    expect(kim.talk.guestSnapshot()).toMatchObject({ phase: 'refused', sitsElsewhere: 'partner' });
  });

  it('ME5 PR1 gives an observer the talk, and neither aside', async () => {
    const { person } = await aGuest(couple, 'observer');
    const ulli = tabOf(person);
    accepted(await couple.facilitator.do(talk, { type: 'Whisper', to: 'b', text: 'I am with you.' }));
    await beginLed(couple, talk);
    await until(() => expect(ulli.guest.state.phase).toBe('live'));
    expect(ulli.guest).toMatchObject({ role: 'observer', asides: { a: [], b: [] } });
    person.disconnect();
  });

  it('WH4 CL4 forgets whispers when the talk ends, and shows its end to those who were there', async () => {
    const ada = tabOf(couple.facilitator);
    accepted(await couple.facilitator.do(talk, { type: 'Whisper', to: 'a', text: 'Breathe.' }));
    await beginLed(couple, talk);
    await until(() => expect(ada.guest.asides.a).toHaveLength(1));
    accepted(await couple.a.do(talk, { type: 'Stop' }));
    await until(() => expect(ada.guest.state.phase).toBe('ended'));
    expect(ada.guest.asides.a.map(({ words }) => words)).not.toContainEqual({ text: { text: 'Breathe.' } });
    expect(JSON.stringify(ada.guest)).not.toContain('Breathe');
  });

  it('ME2 empties the page of a facilitator who is frozen, and fills it again once both confirm anew', async () => {
    const ada = tabOf(couple.facilitator);
    await beginLed(couple, talk);
    await until(() => expect(ada.guest.state.phase).toBe('live'));
    const memberId = couple.facilitatorId;
    accepted(await couple.b.ask(couple.spaceId, { type: 'FreezeMember', memberId }));
    await until(() => expect(ada.talk.guestSnapshot()).toMatchObject({ phase: 'refused', refusal: 'not-found' }));
  });
});

describe('the replica of a caseload', () => {
  it('CA1 CA2 shows a step, its holder and who asks for help, and holds no word of anybody', async () => {
    const other = await aFacilitatedCouple(server);
    const page = new CaseloadTab(couple.facilitator, [couple.spaceId]);
    tabs.push(page);
    await beginLed(couple, talk);
    await playTo(server, couple, talk, 'share');
    accepted(
      await couple.facilitator.do(talk, { type: 'ReturnFloor', turnId: couple.a.stateOf(talk).turn?.turnId ?? '' }),
    );
    const { turn } = couple.a.stateOf(talk);
    const answer = { text: { text: 'A canary in the room.' } };
    accepted(await couple.a.do(talk, { type: 'Contribute', turnId: turn?.turnId ?? '', answer }));
    accepted(await couple.b.do(talk, { type: 'AskForHelp' }));
    const row = await until(() => {
      const seen = page.row(couple.spaceId);
      expect(seen.talk?.step?.id).toBe('hear.mirror');
      expect(seen.talk?.state.asides.b.helpAsked).not.toBeNull();
      return seen;
    });
    expect(row.talk?.state.turn?.holders).toEqual(['b']);
    expect(row.talk?.events.every((event) => !('words' in event) || event.words === undefined)).toBe(true);
    expect(JSON.stringify(row)).not.toContain('canary');
    for (const person of [other.a, other.b, other.facilitator]) person.disconnect();
  });

  it('WH3 CL4 shows a number while its author agrees, and forgets it when they take that back', async () => {
    const page = new CaseloadTab(couple.facilitator, [couple.spaceId]);
    tabs.push(page);
    await beginLed(couple, talk);
    accepted(await couple.a.do(talk, { type: 'ShareRatings', on: true }));
    await playTo(server, couple, talk, 'share');
    const shown = () => page.row(couple.spaceId).talk?.events.filter(({ event }) => event.type === 'RatingShown') ?? [];
    await until(() => expect(shown().map(({ words }) => words)).toEqual([{ scales: { stirred: 3 } }]));
    accepted(await couple.a.do(talk, { type: 'ShareRatings', on: false }));
    await until(() => expect(shown().map(({ words }) => words)).toEqual([null]));
  });

  it('CA2 leaves a talk that has ended, and takes up the next one', async () => {
    const page = new CaseloadTab(couple.facilitator, [couple.spaceId]);
    tabs.push(page);
    await until(() => expect(page.row(couple.spaceId).talk?.state.phase).toBe('gathering'));
    accepted(await couple.a.do(talk, { type: 'Stop' }));
    await until(() => expect(page.row(couple.spaceId).talk).toBeNull());
    const next = await open(couple, 'heard');
    await until(() => expect(page.row(couple.spaceId).talk?.conversationId).toBe(next));
  });
});

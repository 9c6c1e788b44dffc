import type { DocumentName } from '@turnward/shared/documents/names.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aCouple, accepted, begin, type Couple, open, playTo } from '../kit/couple.ts';
import { Person, until } from '../kit/person.ts';
import { startServer, type TestServer } from '../kit/server.ts';
import { DocumentTab } from './document-tab.ts';
import { type LooseLine, looseLine } from './loose-line.ts';

let server: TestServer;
let couple: Couple;
let talk: string;
let tabs: DocumentTab[];
let line: LooseLine;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  tabs = [];
  line = await looseLine(server.origin);
  couple = await aCouple(server);
  talk = await open(couple, 'heard');
});
afterEach(async () => {
  for (const tab of tabs) tab.close();
  await line.close();
  couple.a.disconnect();
  couple.b.disconnect();
});

const deck = (): DocumentName => `deck/${talk}`;

/** `by`: the line that leads to the server, where it is not the plain one. */
function tabOf(person: Person, name: DocumentName, by: Pick<LooseLine, 'origin'> = server): DocumentTab {
  const tab = new DocumentTab(person, name, by.origin);
  tabs.push(tab);
  return tab;
}

/** A tab that is ready to be written in. */
async function writing(person: Person, name = deck(), by: Pick<LooseLine, 'origin'> = server): Promise<DocumentTab> {
  const tab = tabOf(person, name, by);
  await tab.says({ phase: 'ready', access: 'write' });
  return tab;
}

/** What somebody reads who comes only now. */
async function readAnew(person: Person, name = deck()): Promise<string> {
  const tab = await writing(person, name);
  const { words } = tab;
  tab.close();
  return words;
}

describe('what a page says of its edits', () => {
  it('DP1 says being saved, then saved, and what it called saved is there after a restart', async () => {
    const robin = await writing(couple.a);
    expect(robin.saved).toEqual(['saved']);
    robin.write('Kept.');
    expect(robin.now.saved).toBe('saving');
    await robin.says({ saved: 'saved' });
    await server.restart();
    expect(await readAnew(couple.b)).toBe('Kept.');
    expect(robin.saved).toEqual(['saved', 'saving', 'saved']);
  });

  it('DP1 says the same of deletions', async () => {
    const robin = await writing(couple.a);
    robin.write('Kept and gone.');
    await robin.says({ saved: 'saved' });
    robin.delete(4, 9);
    expect(robin.now.saved).toBe('saving');
    await robin.says({ saved: 'saved' });
    await server.restart();
    expect(await readAnew(couple.b)).toBe('Kept.');
  });

  it('DP1 says saved while the other one goes on writing', async () => {
    const [robin, kim] = [await writing(couple.a), await writing(couple.b)];
    robin.write('Mine. ');
    await robin.says({ saved: 'saved' });
    const { length } = robin.saved;
    for (const word of ['Theirs. ', 'More of it. ', 'And more. ']) kim.write(word);
    await kim.says({ saved: 'saved' });
    await robin.reads('Mine. Theirs. More of it. And more. ');
    expect(robin.saved).toHaveLength(length);
  });

  it('DP1 DP4 says not saved while the line is gone; what was written and deleted meanwhile comes in afterwards', async () => {
    const robin = await writing(couple.a, deck(), line);
    robin.write('Before. Gone. ');
    await robin.says({ saved: 'saved' });
    line.cut();
    robin.write('Offline.');
    robin.delete(8, 6);
    await robin.says({ saved: 'not-saved' });
    expect(robin.now).toMatchObject({ phase: 'ready', access: 'write', saved: 'not-saved' });
    expect(robin.document.unsaved()).toBe(true);
    expect(await readAnew(couple.b)).toBe('Before. Gone. ');
    line.mend();
    robin.wake();
    await robin.says({ saved: 'saved' });
    expect(await readAnew(couple.b)).toBe('Before. Offline.');
  });

  it('DP1 DP5 DO3 says not saved while it may only be read, deletions too; what was edited comes in once it may be written', async () => {
    await begin(couple, talk);
    await playTo(server, couple, talk, 'share');
    const [robin, kim] = [await writing(couple.a), await writing(couple.b)];
    robin.write('One two.');
    await robin.says({ saved: 'saved' });
    await kim.reads('One two.');
    accepted(await couple.b.do(talk, { type: 'Pause' }));
    await robin.says({ access: 'read', saved: 'saved' });
    await kim.says({ access: 'read' });
    robin.delete(0, 4);
    kim.write(' Three.');
    for (const tab of [robin, kim]) await tab.says({ saved: 'not-saved' });
    await couple.a.caughtUp();
    expect([robin.words, kim.words]).toEqual(['two.', 'One two. Three.']);
    for (const person of [couple.a, couple.b]) {
      accepted(await person.do(talk, { type: 'Return', pauseId: 'p1', stirred: 2 }));
    }
    for (const tab of [robin, kim]) {
      await tab.says({ access: 'write', saved: 'saved' });
      await tab.reads('two. Three.');
      expect(tab.saved).toContain('not-saved');
    }
  });
});

describe('a document on several devices', () => {
  it('DO5 is the same on all of them after edits from everywhere and restarts in between', async () => {
    const [robin, kim, phone] = [
      await writing(couple.a),
      await writing(couple.b),
      await writing(await couple.a.otherDevice()),
    ];
    for (const round of [1, 2, 3]) {
      const back = server.restart();
      for (const [at, tab] of [robin, kim, phone].entries()) {
        tab.write(`${at}.${round} `, 0);
        if (tab.words.length > 8) tab.delete(5, 2);
      }
      await back;
    }
    for (const tab of [robin, kim, phone]) await tab.says({ saved: 'saved' });
    await until(() => {
      expect(kim.words).toBe(robin.words);
      expect(phone.words).toBe(robin.words);
    });
    expect(await readAnew(couple.b)).toBe(robin.words);
  });

  it('DO7 DP4 begins anew where it was destroyed: another document, and nothing of the old one comes back', async () => {
    await begin(couple, talk);
    await playTo(server, couple, talk, 'share');
    const draft: DocumentName = `draft/${talk}/a`;
    const phone = await writing(await couple.a.otherDevice(), draft);
    phone.write('What I want to say.');
    await phone.says({ saved: 'saved' });
    const { doc } = phone.now;
    const turnId = couple.a.stateOf(talk).turn?.turnId ?? '';
    accepted(await couple.a.do(talk, { type: 'Contribute', turnId, answer: { text: { text: 'Shared.' } } }));
    await until(() => expect(phone.now.doc).not.toBe(doc));
    await phone.says({ phase: 'ready', access: 'write', saved: 'saved' });
    expect(phone.words).toBe('');
    phone.write('The next words.');
    await phone.says({ saved: 'saved' });
    expect(await readAnew(couple.a, draft)).toBe('The next words.');
  });

  it('DO7 begins anew also where it was destroyed while this device was away', async () => {
    await begin(couple, talk);
    await playTo(server, couple, talk, 'share');
    const draft: DocumentName = `draft/${talk}/a`;
    const phone = await writing(couple.a, draft, line);
    phone.write('What I want to say.');
    await phone.says({ saved: 'saved' });
    const { doc } = phone.now;
    line.cut();
    const turnId = couple.a.stateOf(talk).turn?.turnId ?? '';
    accepted(await couple.a.do(talk, { type: 'Contribute', turnId, answer: { text: { text: 'Shared.' } } }));
    phone.write(' And more, offline.');
    line.mend();
    phone.wake();
    await until(() => expect(phone.now.doc).not.toBe(doc));
    await phone.says({ phase: 'ready', saved: 'saved' });
    expect(phone.words).toBe('');
    expect(await readAnew(couple.a, draft)).toBe('');
  });

  it('DO3 is refused for good where there is nothing for this person, or nobody is signed in', async () => {
    const robin = await writing(couple.a, `draft/${talk}/a`);
    robin.write('Mine.');
    await robin.says({ saved: 'saved' });
    const kim = tabOf(couple.b, `draft/${talk}/a`);
    await kim.says({ phase: 'refused', refusal: 'notFound', access: 'read' });
    expect(kim.words).toBe('');
    await tabOf(new Person(server.origin), deck()).says({ phase: 'refused', refusal: 'signedOut' });
    robin.write(' And still here.');
    await couple.a.door('POST', '/api/leave', {});
    await robin.says({ phase: 'refused', refusal: 'signedOut' });
    expect(robin.words).toBe('Mine. And still here.');
  });

  it('DO3 is refused once the talk has ended, and what was not saved is called so', async () => {
    const robin = await writing(couple.a);
    accepted(await couple.b.do(talk, { type: 'Stop' }));
    await robin.says({ phase: 'refused', refusal: 'notFound', saved: 'saved' });
    robin.write('Too late.');
    expect(robin.now.saved).toBe('not-saved');
  });
});

describe('a line that died unnoticed', () => {
  it('DP4 is opened anew within seconds once the page wakes, and stays where it answers', async () => {
    const robin = await writing(couple.a, deck(), line);
    robin.wake();
    robin.write('Before. ');
    await robin.says({ saved: 'saved' });
    expect(line.opened()).toBe(1);
    line.silence();
    robin.write('Into the silence.');
    expect(robin.now.saved).toBe('saving');
    robin.wake();
    await robin.says({ saved: 'saved' });
    expect(line.opened()).toBe(2);
    expect(await readAnew(couple.b)).toBe('Before. Into the silence.');
  });
});

describe('where the others’ eyes are', () => {
  it('DO4 is seen with who it is, the last place first of all, gone with the line, and there again with it', async () => {
    const [robin, kim] = [await writing(couple.a), await writing(couple.b, deck(), line)];
    const { memberId } = (await couple.b.door('GET', '/api/me')).body.member;
    for (let card = 1; card <= 30; card += 1) kim.now.look({ on: `card-${card}` });
    await until(() => expect(robin.now.eyes).toEqual([{ memberId, seat: 'b', on: 'card-30' }]));
    kim.now.look({ on: 'card-1', caret: { anchor: 'AA==', head: 'AA==' } });
    await until(() => expect(robin.now.eyes).toMatchObject([{ on: 'card-1', caret: { anchor: 'AA==' } }]));
    line.cut();
    await until(() => expect(robin.now.eyes).toEqual([]));
    line.mend();
    kim.wake();
    await until(() => expect(robin.now.eyes).toMatchObject([{ memberId, on: 'card-1' }]));
    await until(() => expect(kim.now.eyes).toMatchObject([{ seat: 'a', on: null }]));
  });
});

import { Authors } from '@turnward/server/documents/authors.ts';
import { awarenessFrame } from '@turnward/server/documents/frames.ts';
import { describe, expect, it } from 'vitest';
import { DocumentDesk } from '../kit/document-desk.ts';
import { edit, syncBytes } from '../kit/document-line.ts';
import { until } from '../kit/person.ts';

const announces = (clientId: number) => awarenessFrame([{ clientId, clock: 1, state: '{"on":null}' }]);

describe('whose a client id is', () => {
  it('DO11 stays with whoever announced it, also where the document rests before anything is written', async () => {
    const desk = new DocumentDesk();
    const a = await desk.enter('a');
    a.say(announces(a.doc.clientID));
    a.leave();
    await desk.isEmpty();
    a.doc.getText('text').insert(0, 'Written offline.');
    const b = await desk.enter('b');
    b.say(
      syncBytes(
        2,
        edit((doc) => doc.getText('other').insert(0, 'In place of hers.'), a.doc.clientID),
      ),
    );
    const back = await desk.device('a', 'deck/c', a.doc).enter();
    back.bring();
    await until(() => expect(back.saved).toBe(back.device.heard));
    expect(await desk.stored()).toBe('Written offline.');
    expect(await desk.stored('deck/c', 'other')).toBe('');
    expect(desk.faults).toEqual([]);
  });

  it('DO11 is stored again with the next edit where it could not be stored when it was announced', async () => {
    const desk = new DocumentDesk();
    const a = await desk.enter('a');
    desk.store.full = true;
    a.say(announces(77));
    await desk.reaches('append');
    desk.store.full = false;
    a.type('Words.');
    await until(() => expect(a.saved).toBe(a.device.heard));
    a.leave();
    await desk.isEmpty();
    const b = await desk.enter('b');
    b.say(
      syncBytes(
        2,
        edit((doc) => doc.getText('other').insert(0, 'In place of hers.'), 77),
      ),
    );
    expect(await desk.documents.read('deck/c', (doc) => doc.getText('other').toString())).toBe('');
  });

  it('DS3 DO11 brings what was announced, and what was written, into one row when the document rests', async () => {
    const desk = new DocumentDesk();
    for (let visit = 0; visit < 5; visit++) {
      const a = await desk.enter('a');
      a.say(announces(a.doc.clientID));
      a.type('Word. ');
      await until(() => expect(a.saved).toBe(a.device.heard));
      a.leave();
      await desk.isEmpty();
    }
    expect((await desk.store.find('deck/c'))?.rows.length).toBeLessThanOrEqual(3);
    expect((await desk.stored())?.length).toBe(30);
  });

  it('DO11 is not forgotten for ids that another member announces, however many', () => {
    const authors = new Authors(
      new Map(),
      () => false,
      () => undefined,
    );
    authors.announce(1, 'a');
    for (let id = 2; id < 2_000; id++) authors.announce(id, 'b');
    expect(authors.takeAll().get(1)).toBe('a');
    expect(authors.takeAll().size).toBeLessThan(500);
  });
});

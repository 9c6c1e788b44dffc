import { describe, expect, it } from 'vitest';
import { DocumentDesk } from '../kit/document-desk.ts';
import { until } from '../kit/person.ts';

describe('documents in memory', () => {
  it('DO9 leaves the memory once nobody has it open and all is saved, in one row', async () => {
    const desk = new DocumentDesk();
    const [a, b] = [await desk.enter('a'), await desk.enter('b')];
    for (const words of ['one ', 'two ', 'three ']) {
      a.type(words);
      await until(() => expect(a.saved).toBe(a.device.heard));
    }
    a.leave();
    expect(desk.documents.size).toBe(1);
    b.type('four');
    b.leave();
    await desk.isEmpty();
    expect(await desk.stored()).toBe('one two three four');
    expect((await desk.store.find('deck/c'))?.rows).toHaveLength(1);
    expect(desk.faults).toEqual([]);
  });

  it('DO9 loses no edit where it is opened again during its last, slow save', async () => {
    const desk = new DocumentDesk();
    const a = await desk.enter('a');
    desk.store.shut();
    a.type('first');
    a.leave();
    await desk.reaches('append');
    const b = await desk.enter('b');
    expect(b.text()).toBe('first');
    b.type(' second');
    desk.store.lift();
    await until(() => expect(b.saved).toBe(b.device.heard));
    expect(desk.documents.size).toBe(1);
    expect(await desk.stored()).toBe('first second');
  });

  it('DO9 loses no edit where it is opened again while its rows are brought into one', async () => {
    const desk = new DocumentDesk();
    const a = await desk.enter('a');
    for (const words of ['one', ' two']) {
      a.type(words);
      await until(() => expect(a.saved).toBe(a.device.heard));
    }
    desk.store.shut();
    a.leave();
    await desk.reaches('compact');
    const b = await desk.enter('b');
    b.type(' three');
    b.leave();
    desk.store.lift();
    await desk.isEmpty();
    expect(await desk.stored()).toBe('one two three');
  });

  it('DO9 is opened once, however many come at once, and not for those who left meanwhile', async () => {
    const desk = new DocumentDesk();
    desk.store.shut();
    const gone = desk.device('a');
    const entering = [gone, desk.device('a'), desk.device('b')].map((device) => device.enter());
    await desk.reaches('open');
    gone.leave();
    desk.store.lift();
    const [, a, b] = await Promise.all(entering);
    expect(desk.store.arrived).toEqual(['open']);
    a?.type('here');
    expect([b?.text(), gone.text()]).toEqual(['here', '']);
    for (const device of [a, b]) device?.leave();
    await desk.isEmpty();
  });

  it('DO6 brings many rows into one while people write, and loses nothing', async () => {
    const desk = new DocumentDesk();
    const a = await desk.enter('a');
    for (let at = 0; at < 1_100; at++) {
      a.type('x');
      // As many at a time as are collected at most, so that it takes no time.
      if (at % 64 === 63) await until(() => expect(a.saved).toBe(a.device.heard));
    }
    await desk.reaches('compact');
    await until(() => expect(a.saved).toBe(a.device.heard));
    expect((await desk.store.find('deck/c'))?.rows.length).toBeLessThan(5);
    expect(await desk.stored()).toBe('x'.repeat(1_100));
  });

  it('DO6 never says saved before it is', async () => {
    const desk = new DocumentDesk();
    const a = await desk.enter('a');
    await until(() => expect(a.saved).toBe(0));
    desk.store.shut();
    a.type('on the way');
    await desk.reaches('append');
    a.type(', and more');
    expect(a.saved).toBe(0);
    desk.store.lift();
    await until(() => expect(a.saved).toBe(2));
    expect(await desk.stored()).toBe('on the way, and more');
  });

  it('DO10 closes the one document that can’t be saved; what was not saved comes in again', async () => {
    const desk = new DocumentDesk();
    const [a, b, elsewhere] = [await desk.enter('a'), await desk.enter('b'), await desk.enter('b', 'draft/c/b')];
    a.type('saved');
    await until(() => expect(a.saved).toBe(a.device.heard));
    desk.store.full = true;
    b.type(' and not');
    await until(() => expect([a.closes, b.closes]).toEqual([['notSaved'], ['notSaved']]));
    expect(elsewhere.closes).toEqual([]);
    expect(desk.faults).toHaveLength(1);
    expect(await desk.stored()).toBe('saved');
    desk.store.full = false;
    elsewhere.type('goes on');
    await until(() => expect(elsewhere.saved).toBe(elsewhere.device.heard));
    const back = await desk.device('b', 'deck/c', b.doc).enter();
    back.bring();
    await until(() => expect(back.saved).toBe(1));
    expect(await desk.stored()).toBe('saved and not');
  });

  it('DO10 a document that can’t be loaded refuses who comes, and opens once it can', async () => {
    const desk = new DocumentDesk();
    desk.store.full = true;
    await expect(desk.enter('a')).rejects.toThrow('The disk is full');
    expect(desk.documents.size).toBe(0);
    desk.store.full = false;
    const a = await desk.enter('a');
    a.type('here');
    await until(() => expect(a.saved).toBe(a.device.heard));
  });

  it('DO7 saves nothing into the next life of a document that was destroyed meanwhile', async () => {
    const desk = new DocumentDesk();
    const a = await desk.enter('a', 'draft/c/a');
    a.type('shared words');
    await until(() => expect(a.saved).toBe(a.device.heard));
    desk.store.shut();
    a.type(' on the way');
    await desk.reaches('append', 2);
    a.type(' collected');
    await desk.store.destroy(['draft/c/a']);
    desk.documents.destroyed(['draft/c/a']);
    desk.store.lift();
    await until(() => expect(a.closes).toEqual(['gone']));
    const b = await desk.enter('a', 'draft/c/a');
    b.type('new');
    await until(() => expect(b.saved).toBe(b.device.heard));
    expect(await desk.stored('draft/c/a')).toBe('new');
  });

  it('DO7 says gone where the store knows before anybody else', async () => {
    const desk = new DocumentDesk();
    const a = await desk.enter('a');
    await desk.store.destroy(['deck/c']);
    a.type('too late');
    await until(() => expect(a.closes).toEqual(['gone']));
    expect(desk.documents.size).toBe(0);
    expect(desk.faults).toEqual([]);
  });

  it('DO7 turns away whoever was just coming in when it was destroyed', async () => {
    const desk = new DocumentDesk();
    const a = await desk.enter('a');
    a.type('old');
    a.leave();
    await desk.isEmpty();
    desk.store.shut();
    const coming = desk.device('b');
    const entering = coming.enter();
    await desk.reaches('open', 2);
    desk.documents.destroyed(['deck/c']);
    desk.store.lift();
    await entering;
    expect([coming.closes, coming.text()]).toEqual([['gone'], '']);
  });

  it('DO12 keeps what was typed in other boxes while the words were on their way', async () => {
    const desk = new DocumentDesk();
    const a = await desk.enter('a', 'draft/c/a');
    a.type('to be shared', 'share/text');
    const held = await desk.documents.hold('draft/c/a', 's');
    a.type('typed meanwhile', 'plan/text');
    await desk.store.destroy(['draft/c/a']);
    held?.beginAnew((old, fresh) => fresh.getText('plan/text').insert(0, old.getText('plan/text').toString()));
    held?.release();
    const fresh = await desk.enter('a', 'draft/c/a');
    expect([fresh.text('plan/text'), fresh.text('share/text')]).toEqual(['typed meanwhile', '']);
    expect(await desk.stored('draft/c/a', 'plan/text')).toBe('typed meanwhile');
    expect(a.closes).toEqual(['gone']);
    fresh.leave();
    await desk.isEmpty();
  });

  it('DO15 cuts off a reader that takes nothing, and nobody else', async () => {
    const desk = new DocumentDesk();
    const [a, b, c] = [await desk.enter('a'), await desk.enter('b'), await desk.enter('b')];
    b.waiting = 1024 * 1024 + 1;
    a.type('more');
    expect([a.closes, b.closes, c.closes]).toEqual([[], ['cut'], []]);
    expect([b.text(), c.text()]).toEqual(['', 'more']);
  });
});

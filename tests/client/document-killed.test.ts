import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCouple, type Couple, open } from '../kit/couple.ts';
import { type ServerProcess, startProcess } from '../kit/process.ts';
import { DocumentTab } from './document-tab.ts';

let server: ServerProcess;
let couple: Couple;

beforeAll(async () => {
  server = await startProcess();
  couple = await aCouple(server);
}, 30_000);
afterAll(() => server.remove());

/** Ends the server without warning in the very moment in which the page says saved. */
const killedOnceSaved = ({ document }: DocumentTab) =>
  new Promise<void>((resolve, reject) => {
    const leave = document.subscribe(() => {
      if (document.snapshot().saved !== 'saved') return;
      leave();
      server.end('SIGKILL').then(() => resolve(), reject);
    });
  });

describe('what a page called saved', () => {
  it('DP1 DO6 is there after the server was killed in that moment: what was written, and what was taken away', async () => {
    const deck = `deck/${await open(couple, 'heard')}` as const;
    for (const round of [1, 2, 3]) {
      const robin = new DocumentTab(couple.a, deck);
      await robin.says({ phase: 'ready', access: 'write' });
      const killed = killedOnceSaved(robin);
      robin.write(`${round} `);
      if (round === 2) robin.delete(0, 2);
      await killed;
      // Closed, so that nothing can come back from its memory.
      robin.close();
      await server.start();
      const kim = new DocumentTab(couple.b, deck);
      await kim.says({ phase: 'ready' });
      expect(kim.words).toBe(['1 ', '2 ', '2 3 '][round - 1]);
      kim.close();
    }
    for (const person of [couple.a, couple.b]) person.disconnect();
  }, 60_000);
});

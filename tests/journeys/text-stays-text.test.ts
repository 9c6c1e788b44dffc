import { expect, it } from 'vitest';
import { aCouple, accepted, begin, open, playTo } from '../kit/couple.ts';
import { aJourney } from '../kit/journey.ts';
import { atStep } from '../kit/journey-room.ts';

const journey = aJourney();

/** Each would leave an element behind if anything took it for markup. */
const CORPUS = [
  '<img class=hit src=x>',
  '<svg class=hit onload=alert(1)>',
  '"><script class=hit>alert(1)</script>',
  '<iframe class=hit srcdoc="x"></iframe>',
  '<a class=hit href="javascript:alert(1)">press</a>',
  '</textarea><b class=hit>b</b>',
  '{{constructor.constructor(1)}}<i class=hit>',
  '<math class=hit><mi//xlink:href="data:x,1">',
];

it('R6 names and words are shown as they were written, and are never markup (row 19)', async () => {
  const [robin = '', kim = ''] = ['<b class=hit>Robin</b>', '<img class=hit src=x>'];
  const couple = await aCouple(journey.server, [robin, kim]);
  const conversationId = await open(couple, 'heard');
  await begin(couple, conversationId);
  await playTo(journey.server, couple, conversationId, 'share');
  const turnId = couple.a.stateOf(conversationId).turn?.turnId ?? '';
  const text = CORPUS.join('\n');
  accepted(await couple.a.do(conversationId, { type: 'Contribute', turnId, answer: { text: { text } } }));
  for (const person of [couple.a, couple.b]) {
    const page = await journey.device({ cookie: person.cookie });
    await page.goto(`/talk/${conversationId}`);
    await atStep(page, 'hear.mirror');
    await page
      .getByText(CORPUS[0] ?? '')
      .first()
      .waitFor();
    const shown = await page.getByRole('main').innerText();
    for (const written of CORPUS) expect(shown).toContain(written);
    expect(shown).toContain(person === couple.a ? kim : robin);
    expect(await page.locator('.hit').count()).toBe(0);
  }
});

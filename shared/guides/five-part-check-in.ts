import type { Guide } from './guide.ts';
import { OPEN_RATE } from './macros.ts';
import { script } from './script.ts';

const box = (id: string, label: string) => ({ id, label, required: false, max: 400 });

/** G2. Daily steadiness: five boxes each, received without debate. */
export const fivePartCheckIn: Guide = {
  id: 'five-part-check-in',
  version: 1,
  title: 'Five-part check-in',
  about: 'Ten minutes for the day: feelings, thanks, a need, something owned, and your promise.',
  stage: 'any',
  minutes: 10,
  gate: ['how-we-talk-here'],
  facilitator: 'none',
  roles: 'swap',
  outline: [
    { id: 'open', title: 'Arrive' },
    { id: 'share', title: 'Five parts' },
    { id: 'witness', title: 'Receive them' },
    { id: 'plan', title: 'What needs its own time' },
  ],
  steps: script([
    OPEN_RATE,
    {
      swap: [
        {
          id: 'share',
          outline: 'share',
          actor: 'sharer',
          kind: 'share',
          purpose: 'Your day in five parts, in one turn.',
          prompt: 'Share your five parts.',
          hint: 'Four are enough.',
          listening: 'Your job is to listen. There is nothing to answer.',
          fields: [
            box('feeling', 'Two feelings you carried today and what woke them.'),
            box('thanks', 'Something your partner did that you valued.'),
            box('need', 'One need, put as a wish.'),
            box('own', 'Something you own, without a “but”.'),
            box('steady', 'Our agreed promise: kept or not, said first; then how it goes.'),
          ],
          atLeast: 4,
          pass: 'round',
        },
        {
          id: 'witness',
          outline: 'witness',
          actor: 'responder',
          kind: 'witness',
          purpose: 'Be received without debate.',
          prompt: 'I read all of it.',
          hint: 'Choose a thank-you. There is nothing to answer.',
          listening: 'Your partner is reading all five parts.',
          choices: [
            { id: 'for-telling', label: 'Thank you for telling me.' },
            { id: 'for-trusting', label: 'Thank you for trusting me with this.' },
            { id: 'with-you', label: 'Thank you. I am glad to know.' },
          ],
          minReadSec: 8,
          pass: null,
        },
      ],
    },
    {
      id: 'plan',
      outline: 'plan',
      actor: 'both',
      kind: 'plan',
      purpose: 'Park what needs a real talk.',
      prompt: 'Does anything need its own time?',
      hint: 'A few words are enough, nothing is fine too. The check-in is not kept: note it where you both look.',
      listening: 'One of you writes, the other agrees.',
      starters: ['We will make time for…'],
      fields: [{ id: 'text', required: true, max: 200 }],
    },
  ]),
};

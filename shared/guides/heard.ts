import type { Guide } from './guide.ts';
import { CLOSE, hear, OPEN, respond, STUCK } from './macros.ts';
import { script, textField } from './script.ts';

/** G3. The base skill: one tells, one tells back until it is whole. */
export const heard: Guide = {
  id: 'heard',
  version: 1,
  title: 'Heard',
  about: 'One of you tells one thing. The other gives it back until it is whole. Then you swap.',
  stage: 'vulnerable',
  minutes: 25,
  gate: ['how-we-talk-here'],
  facilitator: 'none',
  roles: 'swap',
  outline: [
    { id: 'open', title: 'Arrive' },
    { id: 'share', title: 'Tell one thing' },
    { id: 'hear', title: 'Tell it back' },
    { id: 'summary', title: 'Put it together' },
    { id: 'respond', title: 'Answer it' },
    { id: 'close', title: 'Close together' },
  ],
  steps: script([
    OPEN,
    {
      swap: [
        {
          id: 'share',
          outline: 'share',
          actor: 'sharer',
          kind: 'share',
          purpose: 'One thing, from your own side.',
          prompt: 'Tell one thing that has been living in you.',
          hint: 'Start with “I”. Small is good.',
          listening: 'Your job is to listen. You will speak after.',
          starters: ['I feel…', 'I am afraid that…', 'I have been carrying…'],
          fields: [textField(600)],
          pass: 'round',
        },
        hear('share'),
        {
          id: 'summary',
          outline: 'summary',
          actor: 'responder',
          kind: 'mirror',
          purpose: 'One summary of all of it.',
          prompt: 'Put it together once.',
          hint: 'All of it, in your own words.',
          listening: 'Your partner is putting all of it together.',
          starters: ['All together, I understand that…', STUCK],
          fields: [textField(800)],
        },
        {
          id: 'summary.check',
          outline: 'summary',
          actor: 'sharer',
          kind: 'check',
          purpose: 'The one who told decides whether it is whole.',
          prompt: 'Was anything left out?',
          listening: 'Your partner is reading your summary.',
          fields: [{ id: 'text', label: 'What was left out', required: false, max: 280 }],
          choices: [
            { id: 'yes', label: 'Nothing, that is all of it' },
            { id: 'not-yet', label: 'Something is missing', next: 'summary' },
          ],
          minReadSec: 3,
        },
        respond(),
      ],
    },
    CLOSE,
  ]),
};

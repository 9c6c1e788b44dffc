import type { Guide } from './guide.ts';
import { anotherCard, CLOSE, hear, OPEN, respond, STUCK } from './macros.ts';
import { script, textField } from './script.ts';

/** G3. The base skill: one tells, one tells back until it is whole. */
export const heard: Guide = {
  id: 'heard',
  version: 2,
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
  cards: [
    { id: 'living-in-you', text: 'Tell one thing that has been living in you.' },
    { id: 'right-now', text: 'Tell how it is to be you right now, in the middle of all this.' },
    { id: 'far-apart', text: 'Tell about a moment this week when the two of you felt far apart.' },
    { id: 'close', text: 'Tell about a moment when you felt close, even a short one.' },
    { id: 'missing', text: 'Tell what you miss most between you.' },
    { id: 'hope', text: 'Tell what gives you a little hope, and what makes hoping hard.' },
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
          deck: true,
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
    anotherCard('share'),
    CLOSE,
  ]),
};

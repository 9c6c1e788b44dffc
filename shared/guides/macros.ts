import { type Draft, textField } from './script.ts';

/** Always offered where words are asked for: having none yet is an answer too. */
export const STUCK = 'I do not have words yet, I am still with you.';

/** OPEN: consent to this topic now, arousal, intention. `rateOnly` is OPEN 2 alone. */
export const OPEN_RATE: Draft = {
  id: 'rate',
  outline: 'open',
  actor: 'each',
  kind: 'rate',
  purpose: 'Know how stirred up each of you is before you begin.',
  prompt: 'How stirred up is your body, 0 to 10?',
  hint: 'Only you see your number.',
  listening: 'Your partner is answering in private, as you are.',
  scales: [{ id: 'stirred', label: 'How stirred up' }],
  visibility: 'self',
  settleAt: 7,
  pass: null,
};

const OPEN_READY: Draft = {
  id: 'ready',
  outline: 'open',
  actor: 'each',
  kind: 'ready',
  purpose: 'Agree to this topic, now.',
  prompt: 'Is now a good time for this?',
  hint: '“Not now” is fine and needs no reason.',
  listening: 'Your partner is answering in private, as you are.',
  fields: [
    { id: 'when', label: 'If not now: when might be better? Your partner will see this.', required: false, max: 200 },
  ],
  choices: [
    { id: 'yes', label: 'Yes, now is good' },
    { id: 'not-now', label: 'Not now' },
  ],
  visibility: 'self',
  pass: null,
};

const OPEN_INTEND: Draft = {
  id: 'intend',
  outline: 'open',
  actor: 'each',
  kind: 'intend',
  purpose: 'Aim at each other, not at the problem.',
  prompt: 'What do you want to bring to this talk?',
  hint: 'Your words and your partner’s are shown together, once both are written.',
  listening: 'Your partner is writing too. Both are shown together.',
  starters: ['I want to bring…', 'I will try to…'],
  fields: [textField(280)],
  visibility: 'reveal_together',
};

export const OPEN: Draft[] = [OPEN_READY, OPEN_RATE, OPEN_INTEND];

/**
 * HEAR: give back, be corrected, empty the topic. Only the sharer closes the loop (HE1). From the third "not yet" on a
 * smaller piece is offered (HE4). `share` is the step that "there is more" leads back to.
 */
export const hear = (share: string, name = 'hear', outline = 'hear'): Draft[] => [
  {
    id: `${name}.mirror`,
    outline,
    actor: 'responder',
    kind: 'mirror',
    purpose: 'Give back what you heard and hold your own side.',
    prompt: 'Tell back what you took in. Your own side can wait.',
    hint: 'They will say whether you have it.',
    listening: 'Your partner is telling back what they took in.',
    starters: ['What I took in is…', 'The heart of it seems to be…', STUCK],
    fields: [textField(600)],
    minReadSec: 4,
  },
  {
    id: `${name}.check`,
    outline,
    actor: 'sharer',
    kind: 'check',
    purpose: 'The one who told decides whether it was heard.',
    prompt: 'Is that it?',
    listening: 'Your partner is reading what you gave back. Only they can say whether that is it.',
    choices: [
      { id: 'yes', label: 'Yes, that is it', next: `${name}.more` },
      { id: 'partly', label: 'Partly' },
      { id: 'not-yet', label: 'Not yet' },
    ],
    pass: `${name}.more`,
  },
  {
    id: `${name}.add`,
    outline,
    actor: 'sharer',
    kind: 'add',
    purpose: 'Name the piece that is still missing.',
    prompt: 'Which piece still needs to be heard?',
    hint: 'One piece is enough.',
    listening: 'Your partner is naming the piece that still needs to be heard. That is help, not blame.',
    starters: ['The piece that is missing is…', 'What matters most to me is…'],
    fields: [textField(400)],
    choices: [
      { id: 'this-piece', label: 'Share this piece' },
      { id: 'smaller', label: 'Say a smaller piece instead', next: share, fromVisit: 3, alone: true },
    ],
    next: `${name}.mirror`,
    pass: `${name}.more`,
  },
  {
    id: `${name}.more`,
    outline,
    actor: 'sharer',
    kind: 'more',
    purpose: 'Empty the topic, or let it be whole.',
    prompt: 'Is there more, or is it whole for now?',
    listening: 'Your partner is looking whether there is more.',
    choices: [
      { id: 'more', label: 'There is more', next: share },
      { id: 'whole', label: 'It is whole for now' },
    ],
  },
];

/** RESPOND: it makes sense, feel with, and the sharer says how far that reached. One more try at most (HE5). */
export const respond = (prompts: { validate?: string } = {}): Draft[] => [
  {
    id: 'respond.validate',
    outline: 'respond',
    actor: 'responder',
    kind: 'validate',
    purpose: 'It makes sense. That is not the same as agreeing.',
    prompt: prompts.validate ?? 'Seen from their side, what makes sense here?',
    listening: 'Your partner is looking at it from your side.',
    starters: ['It fits, because…', 'Knowing what you lived through, of course…', STUCK],
    fields: [textField(600)],
    minReadSec: 3,
  },
  {
    id: 'respond.feel',
    outline: 'respond',
    actor: 'responder',
    kind: 'feel_with',
    purpose: 'Meet the feeling.',
    prompt: 'What do you guess it is like inside? What stirs in you, hearing it?',
    listening: 'Your partner is feeling their way toward you.',
    starters: ['I picture it as…', 'Something in me goes quiet when…', 'Something in me goes warm when…', STUCK],
    fields: [textField(600)],
  },
  {
    id: 'respond.check',
    outline: 'respond',
    actor: 'sharer',
    kind: 'check',
    purpose: 'Say whether you felt met.',
    prompt: 'How far did you feel met, 0 to 10? One thing that would help more?',
    hint: 'Your number stays with you. Your partner sees only what you write and choose.',
    listening: 'Your partner is taking in what you said. There is no score: their number stays with them.',
    scales: [{ id: 'met', label: 'How far I felt met' }],
    fields: [{ id: 'text', label: 'One thing that would help more', required: false, max: 280 }],
    choices: [
      { id: 'on', label: 'Go on from here' },
      { id: 'again', label: 'One more try', next: 'respond.validate', times: 1 },
      { id: 'park', label: 'Set it aside for another day' },
    ],
    minReadSec: 3,
  },
];

/** DK6. After both rounds: another card, as long as one is left, and only where both want it. `share` asks it. */
export const anotherCard = (share: string): Draft => ({
  id: 'another',
  outline: share,
  actor: 'each',
  kind: 'more',
  purpose: 'Go on only if you both want to.',
  prompt: 'There is another card that you are both ready for. One more today?',
  hint: 'You answer in private, and it takes both of you. One card is plenty.',
  listening: 'Your partner is choosing in private, as you are.',
  choices: [
    { id: 'another', label: 'One more card', next: share },
    { id: 'enough', label: 'Enough for today' },
  ],
  visibility: 'self',
  ifCardsLeft: true,
});

/** CLOSE: end on contact, look at where you are, decide what is kept, plan the coming hour. */
export const CLOSE: Draft[] = [
  {
    id: 'thank',
    outline: 'close',
    actor: 'each',
    kind: 'thank',
    purpose: 'End on contact.',
    prompt: 'One thing your partner did in this talk that helped.',
    hint: 'Both are shown together.',
    listening: 'Your partner is writing too. Both are shown together.',
    starters: ['It helped me when you…'],
    fields: [textField(280)],
    visibility: 'reveal_together',
  },
  {
    id: 'after',
    outline: 'close',
    actor: 'each',
    kind: 'rate',
    purpose: 'A picture over time, for you alone.',
    prompt: 'How stirred up are you now, and how far did you feel heard?',
    hint: 'Only you see your numbers. You can pass.',
    listening: 'Your partner is answering in private, as you are.',
    scales: [
      { id: 'stirred', label: 'How stirred up' },
      { id: 'heard', label: 'How far I felt heard' },
    ],
    visibility: 'self',
  },
  {
    id: 'keep',
    outline: 'close',
    actor: 'each',
    kind: 'keep',
    purpose: 'Saving takes two keys.',
    prompt: 'Which of your words may be kept?',
    hint: 'It is kept only if you both keep it. Otherwise the words of this talk are destroyed. Kept, each of you may read it again, alone too, until one of you takes that back.',
    listening: 'Your partner is deciding for themself, as you are.',
    choices: [
      { id: 'keep', label: 'Keep this talk' },
      { id: 'let-go', label: 'Let it go' },
    ],
    visibility: 'self',
    pass: null,
  },
  {
    id: 'plan',
    outline: 'close',
    actor: 'both',
    kind: 'plan',
    purpose: 'Look after each other in the coming hour.',
    prompt: 'When next, or not yet? One kind thing for the coming hour.',
    hint: 'One of you writes, the other agrees or writes it differently. If this talk is not kept, note it elsewhere.',
    listening: 'One of you writes, the other agrees.',
    starters: ['In the coming hour we…', 'Next time…'],
    fields: [textField(280)],
  },
];

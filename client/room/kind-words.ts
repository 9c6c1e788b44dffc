import type { Kind } from '@turnward/shared/guides/guide.ts';

/** What the button that gives an answer says, by kind: the id under `talk.do`. */
const GIVES = {
  intend: 'share',
  share: 'share',
  reveal: 'share',
  account: 'share',
  own: 'share',
  story: 'suggest',
  agree: 'suggest',
  plan: 'suggest',
  mirror: 'mirror',
  add: 'add',
  validate: 'validate',
  feel_with: 'feel',
  ask: 'ask',
  comfort: 'comfort',
  thank: 'thank',
  write_private: 'save',
  mark: 'save',
  amend: 'save',
  ready: 'go',
  rate: 'save',
  settle: 'go',
  practise: 'go',
  check: 'go',
  more: 'go',
  keep: 'save',
  witness: 'go',
} as const satisfies Record<Kind, string>;

export const giveWords = (kind: Kind) => `talk.do.${GIVES[kind]}` as const;

/** How something said is introduced, by kind: the id under `talk.said`. */
const SAID = {
  intend: 'intend',
  share: 'share',
  reveal: 'share',
  account: 'share',
  own: 'own',
  story: 'joint',
  agree: 'joint',
  plan: 'joint',
  mirror: 'mirror',
  add: 'add',
  validate: 'validate',
  feel_with: 'feel',
  ask: 'ask',
  comfort: 'comfort',
  thank: 'thank',
  check: 'answer',
  more: 'answer',
  witness: 'witness',
  write_private: 'share',
  mark: 'share',
  amend: 'share',
  ready: 'answer',
  rate: 'answer',
  settle: 'answer',
  practise: 'answer',
  keep: 'answer',
} as const satisfies Record<Kind, string>;

/** `mine`: said by the reader. */
export const saidWords = (kind: Kind, mine: boolean) =>
  mine ? (`talk.said.me.${SAID[kind]}` as const) : (`talk.said.${SAID[kind]}` as const);

/** Why a conversation refuses a command. The sentence for the person is in the client's strings under `refusal.<reason>`. */
export const CONVERSATION_REFUSALS = [
  'not-begun',
  'already-begun',
  'not-ready',
  'partner-not-here',
  'ended',
  'paused',
  'not-paused',
  'stale-pause',
  'not-yours-to-choose',
  'break-too-short',
  'break-too-long',
  'break-not-over',
  'stale-turn',
  'not-your-floor',
  'still-reading',
  'already-answered',
  'cannot-pass',
  'empty',
  'too-long',
  'unknown-field',
  'unknown-choice',
  'choice-used-up',
  'bad-scale',
  'not-your-words',
  'nothing-to-approve',
  'written-together',
  'text-changed',
  'unknown-card',
  'card-changed',
  /** Another role's to do, or nobody's at this moment: the rights matrix says no. */
  'not-yours-to-do',
  /** A facilitator holds the floor, or one of you is in the waiting room. */
  'held',
  'not-held',
  'not-admitted',
  'waits-for-facilitator',
  'no-facilitator',
  /** FI3. One answer for every cause. */
  'needs-a-facilitator',
  'one-leads-already',
  'in-between-already',
  'nothing-before',
  'only-the-two-decide',
  /** So much was sent beside this talk that it takes no more (WH6). */
  'whispered-enough',
  /** Only with a talk that was kept, once it is over. */
  'not-kept',
  /** These words were destroyed before. */
  'words-gone',
  /** The other has opened these words, or the talk has gone on: one answer for every cause (PK4). */
  'cannot-take-back',
  /** Something of theirs is parked at this turn (PK5). */
  'parked-already',
  /** So many notes were added that this talk takes no more (ER3). */
  'noted-enough',
] as const;

export type ConversationRefusal = (typeof CONVERSATION_REFUSALS)[number];

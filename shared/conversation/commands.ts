/** What a holder answers a step with. Which of these a step wants is the step's own `fields`, `scales` and `choices`. */
export type Answer = {
  text?: Record<string, string>;
  /** Whole numbers 0 to 10 by scale id. Private (PR4). */
  scales?: Record<string, number>;
  choice?: string;
  /** Only for `keep`: the seqs in `talk` of my own contributions that must not be kept. */
  omit?: number[];
};

/** What a member may ask of a conversation. Times are ms since 1970 on the server's clock. */
export type ConversationCommand =
  | { type: 'SetReady'; ready: boolean }
  | { type: 'Begin' }
  | { type: 'Contribute'; turnId: string; answer: Answer }
  | { type: 'Approve'; turnId: string; seq: number }
  | { type: 'PassFloor'; turnId: string }
  /** `version`: the wording that I saw, so that nobody is ready for words they never read (DK1). */
  | { type: 'MarkCard'; cardId: string; version: string; ready: boolean }
  | { type: 'FinishMarking'; done: boolean }
  /** For words written together: agrees to this very wording (TU10). */
  | { type: 'ApproveVersion'; turnId: string; version: string }
  | { type: 'TakeBackApprovals'; turnId: string }
  | { type: 'Pause' }
  | { type: 'SizePause'; pauseId: string; size: 'quiet' }
  | { type: 'SizePause'; pauseId: string; size: 'break'; returnAt: number }
  | { type: 'Return'; pauseId: string; stirred: number; sentence?: string }
  | { type: 'Stop' };

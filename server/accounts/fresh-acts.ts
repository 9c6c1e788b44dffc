import type { CommandEnvelope } from '@turnward/shared/wire/protocol.ts';

/** AC10, security row 14. What is asked over the line and needs a fresh sign-in first; doors ask it each for themselves. */
export const FRESH_ACTS: ReadonlySet<CommandEnvelope['command']['type']> = new Set([
  'GiveConsent',
  'WithdrawWords',
  'EraseWords',
  'LeaveSpace',
  'AnnounceDeletion',
  'DeleteSpace',
]);

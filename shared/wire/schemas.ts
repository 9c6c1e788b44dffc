import { z } from 'zod';
import type { ConversationCommand } from '../conversation/commands.ts';
import type { SpaceRequest } from '../space/commands.ts';
import type { CommandEnvelope, Follow, PresenceReport } from './protocol.ts';

/**
 * WR1. The only way in: every frame is parsed here before anything else looks at it. Strict: an extra key is refused. Each
 * schema is typed by the protocol, so that the two can't drift apart.
 */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const words = z.string().max(20_000);
const slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9.~-]+$/);
const seq = z.int().min(0);
const cardId = z.string().regex(/^[A-Za-z0-9._~-]{1,64}$/);
const version = z.string().regex(/^[0-9a-f]{64}$/);

const answer = z.strictObject({
  text: z.record(slug, words).exactOptional(),
  scales: z.record(slug, z.number()).exactOptional(),
  choice: slug.exactOptional(),
  omit: z.array(seq).max(500).exactOptional(),
});

const conversationCommandSchema: z.ZodType<ConversationCommand> = z.union([
  z.strictObject({ type: z.literal('SetReady'), ready: z.boolean() }),
  z.strictObject({ type: z.literal('Begin') }),
  z.strictObject({ type: z.literal('Contribute'), turnId: id, answer }),
  z.strictObject({ type: z.literal('Approve'), turnId: id, seq }),
  z.strictObject({ type: z.literal('PassFloor'), turnId: id }),
  z.strictObject({ type: z.literal('MarkCard'), cardId, version, ready: z.boolean() }),
  z.strictObject({ type: z.literal('FinishMarking'), done: z.boolean() }),
  z.strictObject({ type: z.literal('ApproveVersion'), turnId: id, version }),
  z.strictObject({ type: z.literal('TakeBackApprovals'), turnId: id }),
  z.strictObject({ type: z.literal('Pause') }),
  z.strictObject({ type: z.literal('SizePause'), pauseId: id, size: z.literal('quiet') }),
  z.strictObject({ type: z.literal('SizePause'), pauseId: id, size: z.literal('break'), returnAt: z.int() }),
  z.strictObject({ type: z.literal('Return'), pauseId: id, stirred: z.number(), sentence: words.exactOptional() }),
  z.strictObject({ type: z.literal('Stop') }),
]);

const spaceRequestSchema: z.ZodType<SpaceRequest> = z.union([
  z.strictObject({ type: z.literal('RevokeInvite'), inviteId: id }),
  z.strictObject({ type: z.literal('AdmitEntry'), requestId: id }),
  z.strictObject({ type: z.literal('DeclineEntry'), requestId: id }),
  z.strictObject({ type: z.literal('OpenConversation'), guideId: slug, first: z.enum(['a', 'b']) }),
]);

const commandId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

export const commandEnvelopeSchema: z.ZodType<CommandEnvelope> = z.discriminatedUnion('to', [
  z.strictObject({ commandId, to: z.literal('conversation'), id, command: conversationCommandSchema }),
  z.strictObject({ commandId, to: z.literal('space'), id, command: spaceRequestSchema }),
]);

const target = { to: z.enum(['conversation', 'space']), id };
export const followSchema: z.ZodType<Follow> = z.strictObject({ ...target, after: z.record(z.string().max(100), seq) });
export const unfollowSchema = z.strictObject(target);
export const presenceReportSchema: z.ZodType<PresenceReport> = z.strictObject({
  conversationId: id.nullable(),
  writing: z.boolean(),
  away: z.boolean(),
});

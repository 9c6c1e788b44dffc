import { z } from 'zod';
import type { ConversationCommand } from '../conversation/commands.ts';
import type { SpaceRequest } from '../space/commands.ts';
import type { CommandEnvelope, Follow, PresenceReport } from './protocol.ts';

/** WR1. The only way in: every frame is parsed here before anything else looks at it. Strict: an extra key is refused. */
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const words = z.string().max(20_000);
const slug = z.string().max(64).regex(/^[a-z0-9.~-]+$/);
const seq = z.int().min(0);

const answer = z.strictObject({
  text: z.record(slug, words).optional(),
  scales: z.record(slug, z.number()).optional(),
  choice: slug.optional(),
  omit: z.array(seq).max(500).optional(),
});

export const conversationCommandSchema = z.union([
  z.strictObject({ type: z.literal('SetReady'), ready: z.boolean() }),
  z.strictObject({ type: z.literal('Begin') }),
  z.strictObject({ type: z.literal('Contribute'), turnId: id, answer }),
  z.strictObject({ type: z.literal('Approve'), turnId: id, seq }),
  z.strictObject({ type: z.literal('PassFloor'), turnId: id }),
  z.strictObject({ type: z.literal('Pause') }),
  z.strictObject({ type: z.literal('SizePause'), pauseId: id, size: z.literal('quiet') }),
  z.strictObject({ type: z.literal('SizePause'), pauseId: id, size: z.literal('break'), returnAt: z.int() }),
  z.strictObject({ type: z.literal('Return'), pauseId: id, stirred: z.number(), sentence: words.optional() }),
  z.strictObject({ type: z.literal('Stop') }),
]);

export const spaceRequestSchema = z.union([
  z.strictObject({ type: z.literal('RevokeInvite'), inviteId: id }),
  z.strictObject({ type: z.literal('AdmitEntry'), requestId: id }),
  z.strictObject({ type: z.literal('DeclineEntry'), requestId: id }),
  z.strictObject({ type: z.literal('OpenConversation'), guideId: slug, first: z.enum(['a', 'b']) }),
]);

const commandId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

export const commandEnvelopeSchema = z.discriminatedUnion('to', [
  z.strictObject({ commandId, to: z.literal('conversation'), id, command: conversationCommandSchema }),
  z.strictObject({ commandId, to: z.literal('space'), id, command: spaceRequestSchema }),
]);

const target = { to: z.enum(['conversation', 'space']), id };
export const followSchema = z.strictObject({ ...target, after: z.record(z.string().max(100), seq) });
export const unfollowSchema = z.strictObject(target);
export const presenceReportSchema = z.strictObject({
  conversationId: id.nullable(),
  writing: z.boolean(),
  away: z.boolean(),
});

/** Held to the protocol's types, so that the text of the protocol and its guard can't drift apart. */
type Same<Schema extends z.ZodType, Type> = z.infer<Schema> extends Type ? true : never;
export type SchemasMatchProtocol = [
  Same<typeof conversationCommandSchema, Loose<ConversationCommand>>,
  Same<typeof spaceRequestSchema, SpaceRequest>,
  Same<typeof commandEnvelopeSchema, Loose<CommandEnvelope>>,
  Same<typeof followSchema, Follow>,
  Same<typeof presenceReportSchema, PresenceReport>,
];
/** zod's optional keys admit undefined, ours do not; nothing else is forgiven. */
type Loose<T> = T extends object ? { [K in keyof T]: Loose<T[K]> | (undefined extends T[K] ? undefined : never) } : T;

import { z } from 'zod';
import type { SpaceRequest } from '../space/commands.ts';
import type { CommandEnvelope, Follow, PresenceReport, SentCommand } from './protocol.ts';

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
const seat = z.enum(['a', 'b']);
const cardId = z.string().regex(/^[A-Za-z0-9._~-]{1,64}$/);
const version = z.string().regex(/^[0-9a-f]{64}$/);

const answer = z.strictObject({
  text: z.record(slug, words).exactOptional(),
  scales: z.record(slug, z.number()).exactOptional(),
  choice: slug.exactOptional(),
  omit: z.array(seq).max(500).exactOptional(),
});

const conversationCommandSchema: z.ZodType<SentCommand> = z.union([
  z.strictObject({ type: z.literal('SetReady'), ready: z.boolean() }),
  z.strictObject({ type: z.literal('Begin') }),
  z.strictObject({ type: z.literal('Contribute'), turnId: id, answer }),
  z.strictObject({ type: z.literal('Approve'), turnId: id, seq }),
  z.strictObject({ type: z.literal('PassFloor'), turnId: id }),
  z.strictObject({ type: z.literal('OpenWords'), seq }),
  z.strictObject({ type: z.literal('TakeBackWords'), turnId: id }),
  z.strictObject({ type: z.literal('ParkNews'), turnId: id, note: words.exactOptional() }),
  z.strictObject({ type: z.literal('MarkCard'), cardId, version, ready: z.boolean() }),
  z.strictObject({ type: z.literal('FinishMarking'), done: z.boolean() }),
  z.strictObject({ type: z.literal('ApproveVersion'), turnId: id, version }),
  z.strictObject({ type: z.literal('TakeBackApprovals'), turnId: id }),
  z.strictObject({ type: z.literal('Pause') }),
  z.strictObject({ type: z.literal('SizePause'), pauseId: id, size: z.literal('quiet') }),
  z.strictObject({ type: z.literal('SizePause'), pauseId: id, size: z.literal('break'), returnAt: z.int() }),
  z.strictObject({ type: z.literal('Return'), pauseId: id, stirred: z.number(), sentence: words.exactOptional() }),
  z.strictObject({ type: z.literal('Stop') }),
  z.strictObject({ type: z.literal('Whisper'), to: seat.exactOptional(), text: words }),
  z.strictObject({
    type: z.literal('CheckIn'),
    alone: z.boolean(),
    location: words,
    phone: words,
    contact: words,
    pauseWord: words,
  }),
  z.strictObject({ type: z.literal('ShareRatings'), on: z.boolean() }),
  z.strictObject({ type: z.literal('AskForHelp') }),
  z.strictObject({ type: z.literal('FoldWords'), seq, folded: z.boolean() }),
  z.strictObject({ type: z.literal('WithdrawWords'), seq }),
  z.strictObject({ type: z.literal('AddNote'), about: seq, text: words }),
  // The acts of a facilitator; `NoteLead` and `NoteCards` are the server's own and have no schema.
  z.strictObject({ type: z.literal('TakeLead') }),
  z.strictObject({ type: z.literal('HandLead'), to: id }),
  z.strictObject({ type: z.literal('Admit'), seat }),
  z.strictObject({ type: z.literal('SendBack'), seat }),
  z.strictObject({ type: z.literal('MoveOn'), turnId: id }),
  z.strictObject({ type: z.literal('SkipStep'), turnId: id, reason: words }),
  z.strictObject({ type: z.literal('StepBack'), turnId: id }),
  z.strictObject({ type: z.literal('EndGently'), turnId: id }),
  z.strictObject({ type: z.literal('HoldFloor'), turnId: id }),
  z.strictObject({ type: z.literal('ReturnFloor'), turnId: id }),
  z.strictObject({ type: z.literal('HandFloor'), turnId: id, to: seat }),
  z.strictObject({
    type: z.literal('InsertStep'),
    turnId: id,
    what: z.enum(['settle', 'mirror', 'tell']),
    to: seat.exactOptional(),
  }),
  z.strictObject({ type: z.literal('GiveTime'), turnId: id, minutes: z.number() }),
  z.strictObject({ type: z.literal('AskSmaller'), turnId: id }),
  z.strictObject({ type: z.literal('SetSlowMode'), on: z.boolean() }),
  z.strictObject({ type: z.literal('TimeOut'), returnAt: z.int() }),
  z.strictObject({ type: z.literal('AnswerHelp'), seat }),
]);

const consent = z.enum(['look-back-alone', 'full-export', 'delete-space']);

const spaceRequestSchema: z.ZodType<SpaceRequest> = z.union([
  z.strictObject({ type: z.literal('RevokeInvite'), inviteId: id }),
  z.strictObject({ type: z.literal('AdmitEntry'), requestId: id }),
  z.strictObject({ type: z.literal('DeclineEntry'), requestId: id }),
  z.strictObject({ type: z.literal('OpenConversation'), guideId: slug, first: seat }),
  z.strictObject({ type: z.literal('ConfirmGuest'), memberId: id }),
  z.strictObject({ type: z.literal('DeclineGuest'), memberId: id }),
  z.strictObject({ type: z.literal('FreezeMember'), memberId: id }),
  z.strictObject({ type: z.literal('EndMembership'), memberId: id }),
  z.strictObject({ type: z.literal('SetMeeting'), at: z.int().nullable() }),
  z.strictObject({ type: z.literal('SetHomework'), guideId: slug.nullable() }),
  z.strictObject({ type: z.literal('GiveConsent'), what: consent, version: z.int(), about: id.exactOptional() }),
  z.strictObject({ type: z.literal('WithdrawConsent'), what: consent, about: id.exactOptional() }),
  z.strictObject({ type: z.literal('SetRetention'), days: z.int() }),
  z.strictObject({ type: z.literal('LeaveSpace'), erase: z.boolean() }),
  z.strictObject({ type: z.literal('EraseWords') }),
  z.strictObject({ type: z.literal('AnnounceDeletion') }),
  z.strictObject({ type: z.literal('CancelDeletion') }),
  z.strictObject({ type: z.literal('DeleteSpace') }),
]);

const commandId = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

export const commandEnvelopeSchema: z.ZodType<CommandEnvelope> = z.discriminatedUnion('to', [
  z.strictObject({ commandId, to: z.literal('conversation'), id, command: conversationCommandSchema }),
  z.strictObject({ commandId, to: z.literal('space'), id, command: spaceRequestSchema }),
]);

const target = { to: z.enum(['conversation', 'space', 'headers']), id };
export const followSchema: z.ZodType<Follow> = z.strictObject({ ...target, after: z.record(z.string().max(100), seq) });
export const unfollowSchema = z.strictObject(target);
export const presenceReportSchema: z.ZodType<PresenceReport> = z.strictObject({
  conversationId: id.nullable(),
  writing: z.boolean(),
  away: z.boolean(),
  together: z.literal(true).exactOptional(),
});

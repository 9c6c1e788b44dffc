/** A partner sits in one of two seats for the life of a space. Guests have no seat. */
export type Seat = 'a' | 'b';
export const SEATS: readonly Seat[] = ['a', 'b'];
export const otherSeat = (seat: Seat): Seat => (seat === 'a' ? 'b' : 'a');

/** A guest is there by the consent of both partners: a facilitator leads and helps, an observer reads along. */
export type GuestRole = 'facilitator' | 'observer';
export type Role = 'partner' | GuestRole;

/** Who is asking: a member's place in one space. Only partners have a seat. */
export type Viewer = { role: 'partner'; seat: Seat } | { role: GuestRole };

/**
 * A stream is an audience (PR1): privacy is where an event is written, never a filter applied later.
 *
 * | kind           | who reads it                        |
 * |----------------|-------------------------------------|
 * | `space`        | every member of the space           |
 * | `talk`         | both partners, facilitators and observers |
 * | `own/<seat>`   | that partner only                   |
 * | `aside/<seat>` | that partner and the facilitators   |
 * | `fit/<seat>`   | that partner only; nobody follows it |
 */
export type StreamKind = 'space' | 'talk' | `own/${Seat}` | `aside/${Seat}` | `fit/${Seat}`;

/** `<kind>:<id>`, where id is a space id for `space` and `fit/<seat>` and a conversation id for all others. */
export type StreamName = `${StreamKind}:${string}`;

export const streamName = <K extends StreamKind>(kind: K, id: string): `${K}:${string}` => `${kind}:${id}`;

const OF_A_SPACE: readonly StreamKind[] = ['space', 'fit/a', 'fit/b'];
const OF_A_TALK: readonly StreamKind[] = ['talk', 'own/a', 'own/b', 'aside/a', 'aside/b'];
const KINDS: ReadonlySet<string> = new Set([...OF_A_SPACE, ...OF_A_TALK]);

/** Whether streams of this kind belong to a conversation; all others to a space. */
export const isOfTalk = (kind: StreamKind): boolean => OF_A_TALK.includes(kind);

/** The parts of a stream's name, or undefined where the text names no stream. */
export function parseStreamName(name: string): { kind: StreamKind; id: string } | undefined {
  const colon = name.indexOf(':');
  const kind = name.slice(0, colon);
  const id = name.slice(colon + 1);
  return KINDS.has(kind) && id !== '' ? { kind: kind as StreamKind, id } : undefined;
}

/** PR1. Whether a member of the space may read a stream of this kind. */
export function mayRead(kind: StreamKind, viewer: Viewer): boolean {
  if (kind === 'space' || kind === 'talk') return true;
  const [name, seat] = kind.split('/');
  if (viewer.role === 'partner') return viewer.seat === seat;
  return name === 'aside' && viewer.role === 'facilitator';
}

/** The streams of one conversation that this member may read, `talk` first. */
export function readableStreams(conversationId: string, viewer: Viewer): StreamName[] {
  return OF_A_TALK.filter((kind) => mayRead(kind, viewer)).map((kind) => streamName(kind, conversationId));
}

import { type DocumentName, type DocumentRef, isShared } from '@turnward/shared/documents/names.ts';
import type { DocumentStanding, ReadDocument } from '../between-lines.ts';
import type { DocumentStore } from '../ports/document-store.ts';
import type { EndReason, Session, Sessions } from '../session.ts';
import { type HeldDocument, holdDocument } from './begin-anew.ts';
import type { Costs } from './capacity.ts';
import { readStored } from './copy.ts';
import type { Device } from './device.ts';
import { receive } from './receive.ts';
import type { Room } from './room.ts';
import { Rooms } from './rooms.ts';

/** A document was edited by this member. */
export type EditListener = (ref: DocumentRef, memberId: string) => void;

export type DocumentsParts = {
  store: DocumentStore;
  sessions: Pick<Sessions, 'holds'> & Partial<Pick<Sessions, 'isLocked'>>;
  /** SE4. Somebody wrote. */
  used?: (session: Session) => void;
  standing: (ref: DocumentRef, memberId: string) => Promise<DocumentStanding | undefined>;
  failed: (error: unknown) => void;
  now: () => number;
  /** How long a document stays in memory that nobody has open (DO9). In ms; 30 s unless told otherwise. */
  rest?: number;
};

const REST = 30_000;
/** Of so many documents that were costly to put together this is remembered while nobody has them open (DO8). */
const MOST_COSTLY = 1_000;
const COSTLY = 500;

const FAREWELL = { 'signed-out': 'signedOut', locked: 'locked', resync: 'renewed' } as const;

/** All documents of this server, and whoever has them open. */
export class Documents {
  readonly #parts: DocumentsParts;
  readonly #rooms: Rooms;
  readonly #present = new Map<Device, { spaceId: string; room: Room }>();
  readonly #inSpace = new Map<string, Set<Device>>();
  readonly #listeners: EditListener[] = [];
  readonly #lineListeners: ((spaceId: string) => void)[] = [];
  /** By incarnation. */
  readonly #costs = new Map<string, Costs>();
  #closing = false;

  constructor(parts: DocumentsParts) {
    this.#parts = parts;
    const { store, failed, now, rest = REST } = parts;
    this.#rooms = new Rooms({ store, holds: (device) => this.#holds(device), failed, now, rest });
  }

  /** How many documents are in memory. */
  get size(): number {
    return this.#rooms.size;
  }

  onEdit(listener: EditListener): void {
    this.#listeners.push(listener);
  }

  /** Somebody opened or closed a document of this space. */
  onLines(listener: (spaceId: string) => void): void {
    this.#lineListeners.push(listener);
  }

  /** ME9. Sessions that have a document open which others write in, too; what is somebody's alone shows to nobody (DO14). */
  sessionsIn(spaceId: string): Session[] {
    const present = [...(this.#inSpace.get(spaceId) ?? [])];
    return present.filter(({ ref, access }) => isShared(ref) && access !== 'none').map(({ session }) => session);
  }

  /**
   * Lets a device in, if it may: from then on it is told what others write. `of` is the incarnation that it says it holds.
   * Rejects where the document can't be loaded.
   */
  async enter(device: Device, of: string | null): Promise<void> {
    if (this.#closing) return device.close('restarting');
    const standing = await this.#parts.standing(device.ref, device.memberId);
    if (!standing || standing.access === 'none') return device.close('notFound');
    const { spaceId } = standing;
    const { room, release } = await this.#rooms.hold(device.name, standing);
    const { capacity, incarnation } = room;
    capacity.costs = this.#costs.get(incarnation) ?? capacity.costs;
    device.onLeave(() => {
      this.#leave(device, spaceId);
      this.#remember(incarnation, capacity.costs);
      room.leave(device);
      release();
    });
    if (room.over) device.close(room.over);
    if (of !== null && of !== room.incarnation) device.close('gone');
    if (device.closed) return;
    this.#present.set(device, { spaceId, room });
    this.#inSpace.set(spaceId, (this.#inSpace.get(spaceId) ?? new Set()).add(device));
    room.enter(device);
    await this.#ask(device);
  }

  /** One message of a device that has entered. */
  hear(device: Device, message: Uint8Array): void {
    const room = this.#present.get(device)?.room;
    if (!room || device.access === 'none') return;
    if (!this.#holds(device)) return;
    if (this.#received(room, device, message)) {
      this.#parts.used?.(device.session);
      for (const listener of this.#listeners) listener(device.ref, device.memberId);
    }
  }

  /** DO3. Something was recorded in this space: whoever has a document of it open is asked for again. */
  async changed(spaceId: string): Promise<void> {
    await Promise.all([...(this.#inSpace.get(spaceId) ?? [])].map((device) => this.#ask(device)));
  }

  /** SE3. Sends away whoever is here on a session that is over; `ended` is one that has just been ended. */
  sessionEnded(ended?: Session, reason: EndReason = 'signed-out'): void {
    for (const device of this.#present.keys()) {
      if (device.session.idHash === ended?.idHash) device.close(FAREWELL[reason]);
      else this.#holds(device);
    }
  }

  /** A document as it stands now; undefined where there is none. */
  readonly read: ReadDocument = async (name, read) => {
    const held = await this.#rooms.holdOpen(name);
    if (held) {
      held.release();
      return read(held.room.doc);
    }
    const stored = await this.#parts.store.find(name);
    return stored && read(readStored(stored));
  };

  /** DO12. Keeps a document open that is about to be destroyed; undefined where there is none. */
  hold(name: DocumentName, spaceId: string): Promise<HeldDocument | undefined> {
    return holdDocument({ rooms: this.#rooms, store: this.#parts.store }, name, spaceId);
  }

  /** DO7. These were destroyed in the store just now. */
  destroyed(names: readonly DocumentName[]): void {
    for (const name of names) this.#rooms.drop(name);
  }

  /** Says goodbye to every device and brings what they wrote to the store. */
  close(): Promise<void> {
    this.#closing = true;
    return this.#rooms.close();
  }

  /** SE3. Whether its session still holds; it is sent away where not, and told whether it may come back with the PIN (LK1). */
  #holds(device: Device): boolean {
    const { holds, isLocked } = this.#parts.sessions;
    if (holds(device.session)) return true;
    device.close(isLocked?.(device.session) ? 'locked' : 'signedOut');
    return false;
  }

  async #ask(device: Device): Promise<void> {
    if (!this.#holds(device)) return;
    device.asked += 1;
    const { asked } = device;
    // Where it can't be told what a device may do, it may nothing; it comes back and is asked for again.
    const standing = await this.#parts.standing(device.ref, device.memberId).catch((error: unknown) => {
      this.#parts.failed(error);
      device.close('notSaved');
      return undefined;
    });
    const present = this.#present.get(device);
    if (!present || asked !== device.asked) return;
    const { room, spaceId } = present;
    const access = standing?.access ?? 'none';
    if (access === 'none') return device.close('notFound');
    device.seat = standing?.seat ?? null;
    room.authors.partners = standing?.partners && new Set(standing.partners);
    if (device.access === access) return;
    const entered = device.access === 'none';
    room.welcome(device, access);
    if (entered) this.#linesChanged(spaceId);
  }

  /** Whether the message changed the document. What no check foresaw ends the room; it is read anew from the store. */
  #received(room: Room, device: Device, message: Uint8Array): boolean {
    try {
      return receive(room, device, message);
    } catch (error) {
      device.close('malformed');
      room.fail(error);
      return false;
    }
  }

  #remember(incarnation: string, costs: Costs): void {
    if (costs.strain < COSTLY) return;
    this.#costs.delete(incarnation);
    this.#costs.set(incarnation, costs);
    const [oldest] = this.#costs.keys();
    if (this.#costs.size > MOST_COSTLY && oldest !== undefined) this.#costs.delete(oldest);
  }

  #leave(device: Device, spaceId: string): void {
    this.#present.delete(device);
    const others = this.#inSpace.get(spaceId);
    others?.delete(device);
    if (others?.size === 0) this.#inSpace.delete(spaceId);
    this.#linesChanged(spaceId);
  }

  #linesChanged(spaceId: string): void {
    for (const listener of this.#lineListeners) listener(spaceId);
  }
}

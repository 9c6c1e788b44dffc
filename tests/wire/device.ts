import type { ClientToServer, CommandReply, EventsMessage, FollowReply } from '@turnward/shared/wire/protocol.ts';
import type { Socket } from 'socket.io-client';
import { type Person, until } from '../kit/person.ts';
import { RawLine } from './raw-line.ts';

/** What came in, named as a transcript names it. */
export type Came = { verb: string; stream?: string; body?: unknown };

/** A device in a transcript: everything that comes to it waits in one row, replies among the events. */
export class Device {
  readonly inbox: Came[] = [];
  readonly person: Person;
  raw: RawLine | undefined;

  constructor(person: Person) {
    this.person = person;
  }

  async enter(auth: Record<string, unknown>): Promise<void> {
    try {
      await this.person.connect({ auth });
      this.listen();
      this.inbox.push({ verb: 'entered' });
    } catch (error) {
      this.inbox.push({ verb: 'refused', body: { refusal: (error as Error).message } });
    }
  }

  /** Takes in what comes over the person's line from now on. */
  listen(): void {
    const { socket } = this.person;
    for (const verb of ['events', 'headers'] as const) {
      socket.on(verb, ({ stream, events }: EventsMessage) => void this.inbox.push({ verb, stream, body: events }));
    }
    socket.on('unfollowed', (body) => void this.inbox.push({ verb: 'unfollowed', body }));
    socket.on('farewell', (body) => void this.inbox.push({ verb: 'farewell', body }));
    socket.on('disconnect', (reason) => {
      if (reason !== 'io client disconnect') this.inbox.push({ verb: 'closed' });
    });
  }

  async upgrade(headers: { origin?: string; cookie?: string }): Promise<void> {
    try {
      this.raw = await RawLine.upgrade(this.person.origin, headers);
      this.inbox.push({ verb: 'status', body: 101 });
    } catch (error) {
      this.inbox.push({ verb: 'status', body: Number((error as Error).message.replace('status ', '')) });
    }
  }

  ask(name: 'command' | 'follow', payload: unknown): void {
    const replied = ({ ok, ...body }: CommandReply | FollowReply) =>
      void this.inbox.push({ verb: ok ? 'ok' : 'refused', body });
    // A transcript may send what no type allows.
    (this.person.socket as Socket).emit(name, payload, replied);
  }

  tell(name: 'presence' | 'unfollow', payload: unknown): void {
    this.person.socket.emit(name, payload as Parameters<ClientToServer[typeof name]>[0] & never);
  }

  next(): Promise<Came> {
    return until(() => {
      const came = this.inbox.shift();
      if (!came) throw new Error('nothing came');
      return came;
    });
  }

  nextFrame(): Promise<string> {
    return until(() => {
      const frame = this.raw?.frames.shift();
      if (frame === undefined) throw new Error('no frame came');
      return frame;
    });
  }

  leave(): void {
    this.raw?.leave();
    this.person.disconnect();
  }
}

import type { Access } from '@turnward/shared/documents/access.ts';
import type { DocumentName, DocumentRef } from '@turnward/shared/documents/names.ts';
import type { Seat } from '@turnward/shared/kernel/stream.ts';
import type { DOCUMENT_CLOSE } from '@turnward/shared/wire/document-line.ts';
import type { Session } from '../session.ts';

export type CloseReason = keyof typeof DOCUMENT_CLOSE;

/** What the line of edits needs of a socket, seen through a narrow window. */
export type Socket = {
  send(frame: Uint8Array): void;
  close(reason: CloseReason): void;
  /** Ends it at once: a farewell would only join the queue. */
  cut(): void;
  /** Bytes that were sent and not yet taken. */
  readonly waiting: number;
};

/** Bytes that may wait for one reader (DO15). */
const MAX_WAITING = 1024 * 1024;

/** One device of one person before one document. */
export class Device {
  readonly session: Session;
  readonly name: DocumentName;
  readonly ref: DocumentRef;
  /** DO16. Whether its member may still have so much done for them. */
  readonly spend: (points: number) => boolean;
  readonly #socket: Socket;
  /** `none` until it was asked for, and once it was lost. */
  access: Access = 'none';
  seat: Seat | null = null;
  /** Messages that could not be read. */
  strikes = 0;
  /** Sync messages of edits that came from it, dropped ones included; and how many of them it was told to be behind a save. */
  heard = 0;
  told = -1;
  /** How often access was asked for: of answers that overtake each other the last question's counts. */
  asked = 0;
  closed = false;
  #leave: (() => void) | undefined;

  constructor(parts: {
    session: Session;
    name: DocumentName;
    ref: DocumentRef;
    socket: Socket;
    spend?: (points: number) => boolean;
  }) {
    this.session = parts.session;
    this.name = parts.name;
    this.ref = parts.ref;
    this.#socket = parts.socket;
    this.spend = parts.spend ?? (() => true);
  }

  get memberId(): string {
    return this.session.memberId;
  }

  /** DO15. A reader that does not read is cut off. */
  send(frame: Uint8Array): void {
    if (this.closed) return;
    if (this.#socket.waiting > MAX_WAITING) {
      this.#socket.cut();
      this.left();
    } else this.#socket.send(frame);
  }

  close(reason: CloseReason): void {
    if (this.closed) return;
    this.#socket.close(reason);
    this.left();
  }

  /** Its line is over; nothing is sent any more. */
  left(): void {
    this.closed = true;
    this.#leave?.();
    this.#leave = undefined;
  }

  /** What is to be done once it has left, which may have been before. */
  onLeave(leave: () => void): void {
    if (this.closed) leave();
    else this.#leave = leave;
  }
}

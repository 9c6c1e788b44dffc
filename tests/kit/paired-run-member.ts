import { type DocumentRef, documentName } from '@turnward/shared/documents/names.ts';
import { PairedDocument } from './paired-run-document.ts';
import { cookieOf, memberIdOf, SPACE, type Who } from './paired-run-room.ts';
import { DEAF, type Ears, type Tap } from './paired-run-tap.ts';
import { Person } from './person.ts';

/** Client ids are given, so that the bytes of public edits are the same in every run. */
const IDS: Record<Who, number> = { a: 1_000, b: 2_000, facilitator: 3_000, observer: 4_000 };

/** One of the room: their line of commands, their documents, and what came down on each. */
export class Member {
  readonly who: Who;
  readonly person: Person;
  readonly documents = new Map<DocumentRef['kind'], PairedDocument>();
  readonly #ears: Ears | undefined;
  #lines = 0;
  #opened = 0;

  /** Without `ears` nothing of what this one is sent is compared. */
  constructor(who: Who, origin: string, ears?: Ears) {
    this.who = who;
    this.person = new Person(origin, cookieOf(who));
    this.#ears = ears;
  }

  get memberId(): string {
    return memberIdOf(this.who);
  }

  tap(socket: string, about?: string): Tap {
    return this.#ears?.tap(`${this.who}: ${socket}`, about) ?? DEAF;
  }

  /** Opens a line of commands and follows the space, and the talk where there is one. */
  async connect(conversationId?: string): Promise<void> {
    const tap = this.tap(`line ${++this.#lines}`);
    const connecting = this.person.connect();
    this.person.socket.io.engine.on('packet', ({ type, data }) => {
      if (type !== 'ping' && type !== 'pong') tap.hear(`${type} ${data}`.replace(/^open /, 'open'));
    });
    await connecting;
    await this.person.follow('space', SPACE);
    if (conversationId) await this.person.follow('conversation', conversationId);
  }

  /** Knocks at a door and keeps the whole answer but its date. */
  async knock(...[method, path, body]: Parameters<Person['door']>): Promise<void> {
    const { status, headers, text } = await this.person.door(method, path, body);
    const said = [...headers].filter(([name]) => name !== 'date').map((header) => header.join(': '));
    this.tap('doors').hear([`${method} ${path}`, status, ...said, text].join('\n'));
  }

  /** Opens a document that everything is compared of, as long as its owner is. */
  async open(ref: DocumentRef): Promise<PairedDocument> {
    const opened = ++this.#opened;
    const life = ref.kind === 'deck' || ref.kind === 'story' ? `${ref.kind} of both` : `${ref.kind} of ${this.who}`;
    const document = await this.line(ref, IDS[this.who] + opened, this.tap(`${ref.kind} ${opened}`, life));
    this.documents.set(ref.kind, document);
    return document;
  }

  /** A line to a document, under this client id. */
  line(ref: DocumentRef, clientId: number, tap = DEAF): Promise<PairedDocument> {
    const { origin, cookie } = this.person;
    return PairedDocument.open(documentName(ref), { origin, cookie, clientId, tap });
  }

  async leave(): Promise<void> {
    for (const document of this.documents.values()) await document.leave();
    this.person.disconnect();
  }
}

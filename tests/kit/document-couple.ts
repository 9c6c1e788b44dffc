import { aCouple, type Couple, open } from './couple.ts';
import { DocumentDevice } from './document-device.ts';
import { DocumentLine } from './document-line.ts';
import type { TestServer } from './server.ts';

/** Two people gathering for a talk whose guide has cards, with the documents of that talk. */
export class DocumentCouple {
  readonly couple: Couple;
  readonly conversationId: string;
  readonly #devices: DocumentDevice[] = [];
  readonly #lines: DocumentLine[] = [];

  private constructor(couple: Couple, conversationId: string) {
    this.couple = couple;
    this.conversationId = conversationId;
  }

  static async gather(server: Pick<TestServer, 'origin'>, guideId = 'reach-and-respond'): Promise<DocumentCouple> {
    const couple = await aCouple(server);
    return new DocumentCouple(couple, await open(couple, guideId));
  }

  name(kind: 'deck' | 'story' | 'draft/a' | 'draft/b'): string {
    const [name, seat] = kind.split('/');
    return `${name}/${this.conversationId}${seat ? `/${seat}` : ''}`;
  }

  /** A device with the official client, in step with the server. */
  async device(who: 'a' | 'b', kind: Parameters<DocumentCouple['name']>[0] = 'deck'): Promise<DocumentDevice> {
    const device = new DocumentDevice(this.couple[who], this.name(kind));
    this.#devices.push(device);
    return device.synced();
  }

  /** A line of a's or b's without a client, standing in the document. */
  async line(who: 'a' | 'b', kind: Parameters<DocumentCouple['name']>[0] = 'deck'): Promise<DocumentLine> {
    const line = await DocumentLine.enter(this.couple[who], this.name(kind));
    this.#lines.push(line);
    return line;
  }

  leave(): void {
    for (const device of this.#devices) device.close();
    for (const line of this.#lines) line.leave();
    for (const person of [this.couple.a, this.couple.b]) person.disconnect();
  }
}

import { parseDocumentName } from '@turnward/shared/documents/names.ts';
import { expect } from 'vitest';
import { openDeck, writeStory } from '../kit/couple-documents.ts';
import { newCommandId, Person, until } from '../kit/person.ts';
import type { TestServer } from '../kit/server.ts';
import { Device } from './device.ts';
import { given } from './given.ts';
import { type Bound, filled, fits } from './pattern.ts';
import type { Line, Transcript } from './transcript.ts';

/** Plays a transcript against a server: sends what it says is sent, and takes nothing for granted of what comes back. */
export async function replay(server: TestServer, { lines }: Transcript): Promise<void> {
  const stage = new Stage(server);
  try {
    for (const line of lines) {
      await stage.play(line).catch((error: Error) => {
        throw new Error(`PROTOCOL.md line ${line.at}: ${line.text}\n${error.message}`);
      });
    }
    await stage.nothingLeft();
  } finally {
    stage.clear();
  }
}

class Stage {
  readonly #server: TestServer;
  readonly #devices = new Map<string, Device>();
  readonly #bound: Bound = new Map();
  /** By the letter that they have in a transcript. */
  #people: Record<string, Person> = {};
  #guideId = '';

  constructor(server: TestServer) {
    this.#server = server;
  }

  async play(line: Line): Promise<void> {
    if (line.by === 'given') return this.#given(line.what);
    if (line.by === '!') return this.#around(line.what);
    const device = await this.#device(line.who);
    if (line.by === 'sends') return this.#send(device, line.verb, line.rest);
    return this.#get(device, line.verb, line.rest);
  }

  async nothingLeft(): Promise<void> {
    for (const [who, device] of this.#devices) {
      if (!device.raw && device.person.connected) await device.person.caughtUp();
      expect(device.inbox, `left over for ${who}`).toEqual([]);
    }
  }

  clear(): void {
    for (const device of this.#devices.values()) device.leave();
  }

  async #given(what: string): Promise<void> {
    const { people, bound, guideId, phase } = await given(this.#server, what);
    this.#people = people;
    this.#guideId = guideId;
    for (const [name, value] of Object.entries(bound)) this.#bound.set(name, value);
    for (const [who, person] of Object.entries(people)) {
      await person.caughtUp();
      const device = new Device(person);
      if (phase) device.listen();
      else person.disconnect();
      // Who only gathers has not followed yet: the space's own events are another chapter.
      if (phase === 'gathering') person.socket.emit('unfollow', { to: 'space', id: String(bound['$space']) });
      this.#devices.set(who, device);
    }
  }

  async #around(what: string): Promise<void> {
    const lost = /^(\w+) loses the line$/.exec(what);
    const pass = /^(\d+) ms pass$/.exec(what);
    if (lost?.[1]) (await this.#device(lost[1])).person.disconnect();
    else if (pass) this.#server.advance(Number(pass[1]));
    else if (what === 'the server restarts') await this.#server.restart();
    else throw new Error('nobody knows how that is done');
  }

  async #device(who: string): Promise<Device> {
    const known = this.#devices.get(who);
    if (known) return known;
    const owner = this.#people[who.charAt(0)];
    const device = new Device(owner ? await owner.otherDevice() : new Person(this.#server.origin));
    this.#devices.set(who, device);
    return device;
  }

  async #send(device: Device, verb: string, rest: string): Promise<void> {
    if (verb === 'frame') return device.raw?.send(rest);
    if (verb === 'opens' || verb === 'writes') return this.#edit(device, rest);
    const [path, json] = verb === 'POST' ? rest.split(/ (.+)/) : ['', rest];
    const payload = filled(JSON.parse(json ?? ''), this.#bound, newCommandId);
    if (verb === 'upgrade') return device.upgrade(payload as { origin: string });
    if (verb === 'enter') return device.enter(payload as Record<string, unknown>);
    if (verb === 'command' || verb === 'follow') return device.ask(verb, payload);
    if (verb === 'presence' || verb === 'unfollow') return device.tell(verb, payload);
    if (verb === 'POST' && path) return void (await device.person.door('POST', path, payload));
    throw new Error(`nobody knows how to send "${verb}"`);
  }

  /** `deck/$c` | `story/$c "words"`: what comes of it can be named in the lines that follow. */
  async #edit({ person }: Device, rest: string): Promise<void> {
    const [pattern = '', words] = rest.split(/ (.+)/);
    const ref = parseDocumentName(String(filled(pattern, this.#bound)));
    if (ref?.kind === 'deck') {
      const versions = await openDeck(person, ref.conversationId, this.#guideId);
      for (const [cardId, version] of versions) this.#bound.set(`$${cardId.replaceAll('-', '_')}`, version);
    } else if (ref?.kind === 'story' && words) {
      const turnId = String(this.#bound.get('$turn'));
      this.#bound.set('$words', await writeStory(person, ref.conversationId, turnId, JSON.parse(words)));
    } else throw new Error(`nobody knows how to edit "${pattern}"`);
  }

  async #get(device: Device, verb: string, rest: string): Promise<void> {
    if (verb === 'nothing') {
      await device.person.caughtUp();
      return expect(device.inbox).toEqual([]);
    }
    if (verb === 'presence') {
      return until(() => this.#compare(JSON.parse(rest), device.person.presence.at(-1)));
    }
    if (verb === 'frame') {
      const [, kind = '', json = ''] = /^(\d+)(.*)$/.exec(await device.nextFrame()) ?? [];
      const [, expected = '', pattern = ''] = /^(\d+)(.*)$/.exec(rest) ?? [];
      expect(kind).toBe(expected);
      return this.#compare(JSON.parse(pattern), JSON.parse(json));
    }
    const came = await device.next();
    expect(came.verb, JSON.stringify(came.body)).toBe(verb);
    if (verb !== 'events' && verb !== 'headers')
      return rest === '' ? undefined : this.#compare(JSON.parse(rest), came.body);
    const [stream, json = ''] = rest.split(/ (.+)/);
    this.#compare(stream, came.stream);
    this.#compare(JSON.parse(json), came.body);
  }

  #compare(pattern: unknown, value: unknown): void {
    if (!fits(pattern, value, this.#bound)) expect(value).toEqual(filled(pattern, this.#bound));
  }
}

import { once } from 'node:events';
import { MAX_FRAME, SOCKET_PATH, WIRE_VERSION } from '@turnward/shared/wire/protocol.ts';
import { WebSocket } from 'ws';
import { until } from '../kit/person.ts';

type Headers = { origin?: string | undefined; cookie?: string };

const urlOf = (origin: string, transport: string) =>
  `${origin.replace('http', 'ws')}${SOCKET_PATH}/?EIO=4&transport=${transport}`;

/** The line without a library: frames as text, so that what no honest client sends can be sent too. */
export class RawLine {
  readonly frames: string[] = [];
  readonly socket: WebSocket;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      const frame = String(data);
      if (frame === '2') this.send('3');
      else this.frames.push(frame);
    });
    socket.on('error', () => undefined);
  }

  /** Upgrades only; rejects with the status of the answer where the server does not. */
  static async upgrade(origin: string, headers: Headers, transport = 'websocket'): Promise<RawLine> {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    const line = new RawLine(new WebSocket(urlOf(origin, transport), { headers: given, maxPayload: 16 * MAX_FRAME }));
    await new Promise<void>((resolve, reject) => {
      line.socket.once('open', resolve);
      line.socket.once('unexpected-response', (_request, { statusCode }) => reject(new Error(`status ${statusCode}`)));
      line.socket.once('error', reject);
    });
    return line;
  }

  /** Upgrades and enters, as a client of this version with a session does. */
  static async enter(origin: string, cookie: string): Promise<RawLine> {
    const line = await RawLine.upgrade(origin, { origin, cookie });
    line.send(`40${JSON.stringify({ wire: WIRE_VERSION })}`);
    await until(() => {
      if (!line.frames.some((frame) => frame.startsWith('40'))) throw new Error(`not in: ${line.frames}`);
    });
    return line;
  }

  get open(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  send(frame: string | Uint8Array): void {
    if (this.open) this.socket.send(frame);
  }

  /** Sends an event and waits for its answer. `id` names the answer on the line. */
  async ask(id: number, name: string, payload: unknown): Promise<unknown> {
    this.send(`42${id}${JSON.stringify([name, payload])}`);
    const start = `43${id}[`;
    return until(() => {
      const frame = this.frames.find((each) => each.startsWith(start));
      if (!frame) throw new Error(`no answer ${id}`);
      return JSON.parse(frame.slice(start.length - 1))[0];
    });
  }

  /** Waits until the server has closed this line; returns the close code. */
  async closed(): Promise<number> {
    if (this.socket.readyState === WebSocket.CLOSED) throw new Error('closed before it was waited for');
    const [code] = await once(this.socket, 'close');
    return code;
  }

  leave(): void {
    this.socket.terminate();
  }
}

import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import { webSocket } from '../line/web-socket.ts';
import { type DocumentLine, deaf } from './document-line.ts';
import { varUint } from './typing.ts';

/** Hocuspocus's own message types, behind the document's name that starts each of its messages. */
const SYNC = 0;
const AUTH = 2;
const SYNC_REPLY = 4;
const TOKEN = 0;

/** Opens a document in Hocuspocus's protocol, spoken by hand, as its provider does where no token is asked for. */
export async function openHocuspocusLine({ port, name }: { port: number; name: string }): Promise<DocumentLine> {
  const inSync = Promise.withResolvers<void>();
  const address = Buffer.from([...varUint(name.length), ...Buffer.from(name, 'latin1')]);
  let sent = 0;
  const say = (message: Uint8Array) => {
    sent++;
    socket.sendBytes(Buffer.concat([address, message]));
  };

  const hear = (bytes: Buffer) => {
    const [type, step] = bytes.subarray(address.length);
    if (type !== SYNC && type !== SYNC_REPLY) return;
    if (step === messageYjsUpdate) line.ears.update(payloadOf(bytes, address.length + 2));
    else if (step === messageYjsSyncStep1) say(Uint8Array.of(SYNC_REPLY, messageYjsSyncStep2, 2, 0, 0));
    else inSync.resolve();
  };

  const socket = webSocket(
    { port, path: '/' },
    {
      bytes: hear,
      closed(why) {
        inSync.reject(new Error(`${name}: ${why}`));
        line.ears.closed(why);
      },
    },
  );
  const line: DocumentLine = {
    ears: deaf,
    get sent() {
      return sent;
    },
    type: ({ message }) => say(message),
    write: (update) => say(Buffer.concat([Uint8Array.of(SYNC, messageYjsUpdate, ...varUint(update.length)), update])),
    close: () => socket.close(),
  };
  await socket.opened.catch((error: Error) => inSync.reject(error));
  socket.sendBytes(Buffer.concat([address, Uint8Array.of(AUTH, TOKEN, 0)]));
  socket.sendBytes(Buffer.concat([address, Uint8Array.of(SYNC, messageYjsSyncStep1, 1, 0)]));
  await inSync.promise;
  return line;
}

function payloadOf(bytes: Buffer, lengthAt: number): Buffer {
  let at = lengthAt;
  while ((bytes[at++] ?? 0) & 0x80);
  return bytes.subarray(at);
}

import { DOCUMENT_MESSAGE } from '@turnward/shared/wire/document-line.ts';
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';

/** A sync message that carries edits: all that the server lacks, or one update. Both are counted by the server (`saved`). */
export type Carrier = 'everything' | 'update';

/** A WebSocket that tells what of edits went out on it. Types below 128 are one byte each. */
export function countedSocket(Base: typeof WebSocket, sent: (carrier: Carrier) => void): typeof WebSocket {
  return class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      if (!(data instanceof Uint8Array) || data[0] !== DOCUMENT_MESSAGE.sync) return;
      if (data[1] === messageYjsSyncStep2) sent('everything');
      else if (data[1] === messageYjsUpdate) sent('update');
    }
  };
}

import { createTransport } from 'nodemailer';
import type { Letter, Mail } from '../../ports/mail.ts';

/** What may wait to be sent; more is let go of. */
const WAITING = 1000;
/** When a mail that was not taken is tried again, in ms after each try. */
const AGAIN = [2_000, 30_000, 300_000];
const PATIENCE = 20_000;

type Parts = {
  url: string;
  from: string;
  /** Told why a mail was given up: neither to whom nor what. */
  failed: (error: unknown) => void;
};

/** ML7. Mail by the operator's SMTP server, one after the other, over one connection where that is kept open. */
export function openSmtpMail({ url, from, failed }: Parts): Mail {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 1,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const later = new Set<NodeJS.Timeout>();
  let waiting = 0;
  let closed = false;

  const tryOnce = async (letter: Letter, tries: number): Promise<void> => {
    try {
      await transport.sendMail({ ...letter, from });
      waiting -= 1;
    } catch (error) {
      const pause = AGAIN[tries];
      if (closed) return;
      if (pause === undefined) {
        waiting -= 1;
        return failed(withoutLetter(error));
      }
      const timer = setTimeout(() => {
        later.delete(timer);
        void tryOnce(letter, tries + 1);
      }, pause);
      later.add(timer.unref());
    }
  };

  return {
    send(letter) {
      if (closed || waiting >= WAITING) return;
      waiting += 1;
      void tryOnce(letter, 0);
    },
    async close() {
      closed = true;
      for (const timer of later) clearTimeout(timer);
      transport.close();
    },
  };
}

/** What a server answers may repeat the address: only its kind is kept. */
function withoutLetter(error: unknown): Error {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return new Error(`A mail was given up (${String(code ?? 'no code')}, ${String(responseCode ?? 'no answer')})`);
}

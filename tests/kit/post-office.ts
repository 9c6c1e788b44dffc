import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire: to whom, and everything that was sent, headers too. `text` is its body, decoded. */
export type Received = { to: string; raw: string; text: string };
export type PostOffice = {
  settings: { SMTP_URL: string; MAIL_FROM: string };
  received: Received[];
  /** Refuses mails from now on, or takes them again. */
  refuse(yes: boolean): void;
  close(): Promise<void>;
};

/** A real SMTP server on loopback that keeps what it gets. */
export async function openPostOffice(): Promise<PostOffice> {
  const received: Received[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, done) => done(refusing ? new Error('Not today') : null),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString();
        received.push({ to: envelope.rcptTo[0]?.address ?? '', raw, text: decoded(raw) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'post@place.example' },
    received,
    refuse: (yes) => {
      refusing = yes;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The body of a mail of one part. */
function decoded(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/transfer-encoding: quoted-printable/i.test(head)) return body;
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

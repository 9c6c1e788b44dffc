import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import type { PasskeyCreated, PasskeyUsed } from '@turnward/shared/wire/account-doors.ts';

/** Bits of an authenticator's report: somebody was there, and was verified; a new credential follows. */
const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

type Passkey = { id: Buffer; rpId: string; userHandle: string; key: KeyObject; counter: number };
type ToAdd = { challenge: string; rp: { id?: string }; user: { id: string } };
type ToUse = { challenge: string; rpId?: string; allowCredentials?: { id: string }[] };

/** A platform authenticator with a browser around it, in software: ES256 keys, no attestation. Tests make it lie. */
export class SoftwareAuthenticator {
  readonly passkeys: Passkey[] = [];
  origin: string;
  /** Whether it asked its person for a gesture or a PIN. */
  verifies = true;

  constructor(origin: string) {
    this.origin = origin;
  }

  create(options: ToAdd): PasskeyCreated {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const passkey = {
      id: randomBytes(32),
      rpId: options.rp.id ?? '',
      userHandle: options.user.id,
      key: privateKey,
      counter: 0,
    };
    this.passkeys.push(passkey);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.of(0, 32), passkey.id, cosePublicKey(publicKey)]);
    const authData = Buffer.concat([this.#report(passkey, ATTESTED), credential]);
    const attestation = Buffer.concat([
      Buffer.of(0xa3),
      cborText('fmt'),
      cborText('none'),
      cborText('attStmt'),
      Buffer.of(0xa0),
      cborText('authData'),
      cborBytes(authData),
    ]);
    const id = passkey.id.toString('base64url');
    return {
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        authenticatorAttachment: 'platform',
        response: {
          clientDataJSON: this.#clientData('webauthn.create', options.challenge).toString('base64url'),
          attestationObject: attestation.toString('base64url'),
          transports: ['internal'],
        },
      },
    };
  }

  use({ challenge, allowCredentials = [] }: ToUse): PasskeyUsed {
    const allowed = allowCredentials.map(({ id }) => id);
    const passkey = this.passkeys.find(({ id }) => allowed.length === 0 || allowed.includes(id.toString('base64url')));
    if (!passkey) throw new Error('No passkey of this authenticator is asked for.');
    passkey.counter += 1;
    const authData = this.#report(passkey);
    const clientData = this.#clientData('webauthn.get', challenge);
    const signature = createSign('sha256')
      .update(Buffer.concat([authData, createHash('sha256').update(clientData).digest()]))
      .sign(passkey.key);
    const id = passkey.id.toString('base64url');
    return {
      response: {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: passkey.userHandle,
        },
      },
    };
  }

  #report({ rpId, counter }: Passkey, more = 0): Buffer {
    const head = Buffer.alloc(5);
    head[0] = PRESENT | (this.verifies ? VERIFIED : 0) | more;
    head.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), head]);
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }
}

const cborText = (text: string): Buffer => Buffer.concat([Buffer.of(0x60 | text.length), Buffer.from(text)]);
const cborBytes = (bytes: Buffer): Buffer =>
  Buffer.concat([
    bytes.length < 256 ? Buffer.of(0x58, bytes.length) : Buffer.of(0x59, bytes.length >> 8, bytes.length & 255),
    bytes,
  ]);

/** COSE: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}. */
function cosePublicKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const [left, right] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  return Buffer.concat([
    Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21),
    cborBytes(left),
    Buffer.of(0x22),
    cborBytes(right),
  ]);
}

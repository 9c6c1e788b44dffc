import { randomInt, timingSafeEqual } from 'node:crypto';
import type { AccountStore, PendingRow } from '../ports/account-store.ts';
import type { KeyProvider } from '../ports/key-provider.ts';
import type { Mail } from '../ports/mail.ts';
import type { TokenStore } from '../ports/token-store.ts';
import { newSecret, sha256 } from '../session.ts';
import { type Answer, refused } from '../space/answer.ts';
import { openAppSecret, stepOf } from './authenticator-app.ts';
import { changeLetter, codeLetter, inUseLetter, linkLetter, signedInLetter } from './letters.ts';
import type { MailAddresses } from './mail-addresses.ts';
import type { Known } from './signing-in.ts';
import { hasWayIn } from './ways-in.ts';

const MINUTE = 60_000;
/** ML2, ML3. In ms. */
const CODE_COUNTS = 30 * MINUTE;
const LINK_COUNTS = 15 * MINUTE;
const TRIES = 5;

type Parts = {
  store: AccountStore;
  tokens: TokenStore;
  addresses: MailAddresses;
  keys: KeyProvider;
  mail: Mail;
  /** Where this place is, for links. */
  origin: () => string;
  /** ML4. So many mails to one address; false where that was reached. */
  mayWrite: (found: string) => Promise<boolean>;
  /** A change of the address that waits; whatever waited for it before gives way. */
  waits: (memberId: string, change: { what: 'mail'; found: string; sealed: string }) => Promise<void>;
  now: () => number;
};
type Coming = { address: string; code: string; until: number; tries: number };
export type OwnMail = ReturnType<typeof openOwnMail>;

/** ML. A person's own address: how it comes to count, signing in by it, and what is told to it. */
export function openOwnMail(parts: Parts) {
  const { store, tokens, addresses, keys, mail, origin, mayWrite, waits, now } = parts;
  const coming = new Map<string, Coming>();

  const addressOf = async (memberId: string): Promise<string | null> => {
    const { mail: own } = await store.find(memberId);
    return own && addresses.read(memberId, own.sealed);
  };

  return {
    addressOf,

    /** ML2. Sends digits to an address. Whose it is, if anybody's, only its owner learns, by mail (ML4). */
    async ask(memberId: string, address: string): Promise<Answer<'asked'>> {
      if (!hasWayIn(await store.find(memberId))) return refused('not-found');
      const found = await addresses.find(address);
      const owner = await store.memberWithMail(found);
      const code = String(randomInt(100_000_000)).padStart(8, '0');
      for (const [id, { until }] of coming) if (until <= now()) coming.delete(id);
      coming.set(memberId, { address, code, until: now() + CODE_COUNTS, tries: 0 });
      const free = owner === undefined || owner === memberId;
      if (await mayWrite(found)) mail.send(free ? codeLetter(address, code) : inUseLetter(address));
      return { value: 'asked' };
    },

    async confirm(memberId: string, code: string): Promise<Answer<'done'>> {
      const asked = coming.get(memberId);
      if (!asked || asked.until <= now() || asked.tries >= TRIES) return refused('wrong-code');
      asked.tries += 1;
      if (!same(asked.code, code)) return refused('wrong-code');
      coming.delete(memberId);
      const [found, sealed] = [await addresses.find(asked.address), await addresses.seal(memberId, asked.address)];
      const { mail: before } = await store.find(memberId);
      if (before) await waits(memberId, { what: 'mail', found, sealed: Buffer.from(sealed).toString('base64') });
      else if (!(await store.setMail(memberId, { found, sealed, at: now() }))) return refused('wrong-code');
      return { value: 'done' };
    },

    /** ML3, ML4. To whoever has this address; where nobody has it, nothing happens. */
    async sendLink(address: string): Promise<void> {
      const found = await addresses.find(address);
      const memberId = await store.memberWithMail(found);
      if (memberId === undefined || !(await mayWrite(found))) return;
      const secret = newSecret();
      const token = { hash: sha256(secret), kind: 'mail', spaceId: '', subject: memberId } as const;
      await tokens.add({ ...token, expiresAt: now() + LINK_COUNTS });
      mail.send(linkLetter(address, `${origin()}/mail#in-${secret}`));
    },

    /** ML3. The link is used up once the app's digits, where there is an app, fit as well. */
    async byLink(secret: string, code: string | undefined): Promise<Answer<Known>> {
      const hash = sha256(secret);
      const token = await tokens.look(hash, now());
      if (token?.kind !== 'mail') return refused('wrong-sign-in');
      const { memberId, totp, mail: own } = await store.find(token.subject);
      if (!own) return refused('wrong-sign-in');
      if (totp) {
        const step = stepOf(await openAppSecret(keys, memberId, totp), code ?? '', now());
        if (step === undefined || !(await store.spendTotp(memberId, step))) return refused('wrong-sign-in');
      }
      return (await tokens.take(hash, now())) ? { value: { memberId, strong: false } } : refused('wrong-sign-in');
    },

    /** ML6. A way in will change: told to the address as it is now, with a link that cancels it. */
    async tellWaiting({ memberId, id, due }: Pick<PendingRow, 'memberId' | 'id' | 'due'>): Promise<void> {
      const address = await addressOf(memberId);
      if (address === null) return;
      const secret = newSecret();
      const token = { hash: sha256(secret), kind: 'cancel', spaceId: '', subject: `${memberId} ${id}` } as const;
      await tokens.add({ ...token, expiresAt: due });
      mail.send(changeLetter(address, `${origin()}/mail#stop-${secret}`));
    },

    async cancelByLink(secret: string): Promise<Answer<'done'>> {
      const hash = sha256(secret);
      if ((await tokens.look(hash, now()))?.kind !== 'cancel') return refused('not-found');
      const [memberId = '', id = ''] = ((await tokens.take(hash, now()))?.subject ?? '').split(' ', 2);
      return (await store.removePending(memberId, id)) ? { value: 'done' } : refused('not-found');
    },

    /** ML6. A sign-in on a device that was not signed in before. */
    async tellSignIn(memberId: string): Promise<void> {
      const address = await addressOf(memberId);
      if (address !== null) mail.send(signedInLetter(address, origin()));
    },
  };
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

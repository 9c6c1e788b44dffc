import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { seal, unseal } from '../keys/seal.ts';
import type { AccountStore } from '../ports/account-store.ts';
import type { KeyProvider } from '../ports/key-provider.ts';

export type MailAddresses = ReturnType<typeof openMailAddresses>;
type Keys = { seals: KeyObject; finds: KeyObject };

const placeOf = (memberId: string) => `mail|${memberId}`;

/**
 * ML2. Addresses at rest: sealed, and found again by a keyed hash, both under one key that the key-encryption key wraps. Without
 * it nobody who holds the database can read an address, or try whether one is there.
 */
export function openMailAddresses({ store, keys }: { store: AccountStore; keys: KeyProvider }) {
  let opening: Promise<Keys> | undefined;
  const open = async (): Promise<Keys> => {
    const stored = (await store.mailKey()) ?? (await store.addMailKey(await keys.wrap(randomBytes(32))));
    const key = await keys.unwrap(stored.kekId, stored.wrapped);
    return { seals: derived(key, 'seal'), finds: derived(key, 'find') };
  };
  const own = (): Promise<Keys> => {
    opening ??= open().catch((fault) => {
      opening = undefined;
      throw fault;
    });
    return opening;
  };

  return {
    find: async (address: string): Promise<string> =>
      createHmac('sha256', (await own()).finds)
        .update(address.trim().normalize('NFC').toLowerCase())
        .digest('hex'),
    seal: async (memberId: string, address: string): Promise<Uint8Array> =>
      seal((await own()).seals, address, placeOf(memberId)),
    read: async (memberId: string, sealed: Uint8Array): Promise<string> =>
      unseal((await own()).seals, sealed, placeOf(memberId)).toString(),
  };
}

const derived = (key: Uint8Array, what: string): KeyObject =>
  createSecretKey(Buffer.from(hkdfSync('sha256', key, '', `turnward mail ${what}`, 32)));

import type { KeyProvider } from '../ports/key-provider.ts';
import { EnvKeys, ringOf } from './env-keys.ts';
import { keyFileIn, openFileKeys } from './file-key-provider.ts';
import { readKeyFile } from './key-file.ts';
import { type KeyRing, LocalKeys } from './local-keys.ts';
import { SERVICE, ServiceKeys } from './service-keys.ts';
import { type FormerKeys, SucceedingKeys } from './succeeding-keys.ts';

/** Settings that were checked (`server/config.ts`). */
export type KeySettings = {
  DATA_DIR: string;
  KEY_PROVIDER: 'file' | 'env' | 'kms';
  TURNWARD_KEK?: string | undefined;
  KMS_URL?: string | undefined;
  KMS_TOKEN?: string | undefined;
};

/** KE10. The keys as the settings have them. Rejects with a sentence for the operator. */
export async function openKeys(settings: KeySettings): Promise<KeyProvider> {
  return new SucceedingKeys(await openCurrent(settings), former(settings));
}

function openCurrent({ DATA_DIR, KEY_PROVIDER, TURNWARD_KEK, KMS_URL, KMS_TOKEN }: KeySettings): Promise<KeyProvider> {
  if (KEY_PROVIDER === 'file') return openFileKeys(DATA_DIR);
  if (KEY_PROVIDER === 'env') return Promise.resolve(new EnvKeys(ringOf(TURNWARD_KEK ?? '') as KeyRing));
  return ServiceKeys.open(KMS_URL ?? '', KMS_TOKEN ?? '');
}

/** What else is set opens what was wrapped before the operator changed the provider. */
function former({ DATA_DIR, KEY_PROVIDER, TURNWARD_KEK, KMS_URL, KMS_TOKEN }: KeySettings): FormerKeys[] {
  const file = KEY_PROVIDER === 'file' ? undefined : readKeyFile(keyFileIn(DATA_DIR));
  const env = KEY_PROVIDER === 'env' ? undefined : ringOf(TURNWARD_KEK ?? '');
  const locals = [file, env].flatMap((ring) => (ring ? [new LocalKeys(ring)] : []));
  if (KEY_PROVIDER === 'kms' || !KMS_URL || !KMS_TOKEN) return locals;
  const unwrap: KeyProvider['unwrap'] = async (kekId, wrapped) =>
    (await ServiceKeys.open(KMS_URL, KMS_TOKEN)).unwrap(kekId, wrapped);
  return [...locals, { holds: (kekId) => kekId.startsWith(SERVICE), unwrap }];
}

/** KE11. One line for the operator: who can read the words at rest, and who can't. */
export function protection({ KEY_PROVIDER }: KeySettings): string {
  const key = {
    file: 'a key in the data folder: whoever has that folder with its secrets can read them',
    env: 'a key from TURNWARD_KEK: the data folder alone shows none',
    kms: 'a key of your key service: the data folder alone shows none',
  }[KEY_PROVIDER];
  return `Words are sealed on disk with ${key}. Whoever runs this machine can read them all. More in docs/privacy.md.`;
}

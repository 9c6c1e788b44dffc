import { randomBytes } from 'node:crypto';
import type { KeyProvider } from '../../ports/key-provider.ts';
import type { KeyRows } from './key-rows.ts';

/** KE6. Rejects with a sentence for the operator where the provider lacks a key that sealed something here. */
export async function checkKeys(rows: KeyRows, provider: KeyProvider): Promise<void> {
  const known = rows.keks.all({});
  for (const { id, proof } of known) {
    await provider.unwrap(id, proof).catch((cause: unknown) => {
      throw new Error(
        'The key file does not belong to this data folder: the words in it were sealed with another key. Put back the key file ' +
          'that was made with it, from a backup.',
        { cause },
      );
    });
  }
  if (known.some(({ id }) => id === provider.currentKekId)) return;
  const { kekId, wrapped } = await provider.wrap(randomBytes(32));
  rows.insertKek.run({ id: kekId, proof: wrapped });
}

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Account } from '@turnward/shared/wire/account-doors.ts';
import type { Me } from '@turnward/shared/wire/doors.ts';
import { type Answer, ask } from '../../space/doors.ts';

/** An address in numbers: passkeys belong to a name. */
const IN_NUMBERS = /^(\d+\.){3}\d+$|:/;

/** Whether this page can use passkeys at all: the browser knows them, and the address is secure and has a name. */
export const canUsePasskeys = (): boolean =>
  window.isSecureContext && 'PublicKeyCredential' in window && !IN_NUMBERS.test(location.hostname);

const library = () => import('@simplewebauthn/browser');

/**
 * The doors that go through the device's own window for passkeys. Where that window was closed, or the device did not want,
 * the answer is `passkey-not-taken`; nothing was changed.
 */
export const passkeyDoors = {
  add: () =>
    ceremony<PublicKeyCredentialCreationOptionsJSON, Account>('/api/account/passkey', async (optionsJSON) =>
      (await library()).startRegistration({ optionsJSON }),
    ),
  signIn: () => used<Me>('/api/sign-in/passkey'),
  stepUp: () => used<Account>('/api/step-up/passkey'),
};

const used = <Value>(path: string) =>
  ceremony<PublicKeyCredentialRequestOptionsJSON, Value>(path, async (optionsJSON) =>
    (await library()).startAuthentication({ optionsJSON }),
  );

async function ceremony<Options, Value>(
  path: string,
  perform: (options: Options) => Promise<object>,
): Promise<Answer<Value>> {
  const options = await ask<Options>(`${path}/options`, {});
  if (!options.ok) return options;
  try {
    return await ask<Value>(path, { response: await perform(options.value) });
  } catch {
    return { ok: false, refusal: 'passkey-not-taken' };
  }
}

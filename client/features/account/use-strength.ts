import type { PasswordStrength } from '@turnward/shared/wire/account-doors.ts';
import { useEffect, useState } from 'react';
import { announce } from '../../ui/announce.ts';
import { accountDoors } from './account-doors.ts';

/** How long nothing is typed before the server is asked, in ms. */
const SETTLED = 400;

/**
 * What the server thinks of the password that is being written (AC4); undefined before anything was written and answered. `words`
 * says it to screen readers.
 */
export function useStrength(
  signInName: string,
  password: string,
  words: (strength: PasswordStrength) => string,
): PasswordStrength | undefined {
  const [strength, setStrength] = useState<PasswordStrength>();
  useEffect(() => {
    if (!password) return setStrength(undefined);
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await accountDoors.lookAtPassword({ signInName, password });
      if (stale || !answer.ok) return;
      setStrength(answer.value);
      announce(words(answer.value));
    }, SETTLED);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [signInName, password, words]);
  return strength;
}

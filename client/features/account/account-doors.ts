import type {
  Account,
  MailSignIn,
  NewPassword,
  PasswordLook,
  PasswordSignIn,
  PasswordStepUp,
  PasswordStrength,
  RecoveryCodes,
  RecoverySignIn,
  Removal,
  SessionList,
  TotpStart,
} from '@turnward/shared/wire/account-doors.ts';
import type { Me } from '@turnward/shared/wire/doors.ts';
import { ask, look } from '../../space/doors.ts';

/** The doors of shared/wire/account-doors.ts that need no passkey, each as a function. */
export const accountDoors = {
  account: () => look<Account>('/api/account'),
  setPassword: (chosen: NewPassword) => ask<Account>('/api/account/password', chosen),
  /** What the server thinks of a password that is being written; nothing is kept. */
  lookAtPassword: (chosen: PasswordLook) => ask<PasswordStrength>('/api/account/password/look', chosen),
  startTotp: () => ask<TotpStart>('/api/account/totp/start', {}),
  addTotp: (code: string) => ask<Account>('/api/account/totp', { code }),
  makeRecovery: () => ask<RecoveryCodes>('/api/account/recovery', {}),
  writeMail: (address: string) => ask<null>('/api/account/mail', { address }),
  confirmMail: (code: string) => ask<Account>('/api/account/mail/confirm', { code }),
  stopByMail: (secret: string) => ask<null>('/api/account/mail/stop', { secret }),
  /** Answers alike whether or not anybody has this address. */
  sendLink: (address: string) => ask<null>('/api/sign-in/mail', { address }),
  signInByMail: (link: MailSignIn) => ask<Me>('/api/sign-in/mail/use', link),
  remove: (removal: Removal) => ask<Account>('/api/account/remove', removal),
  cancelPending: (id: string) => ask<Account>('/api/account/pending/cancel', { id }),
  sessions: () => look<SessionList>('/api/sessions'),
  endSession: (id: string) => ask<SessionList>('/api/sessions/end', { id }),
  endOthers: () => ask<SessionList>('/api/sessions/end-others', {}),
  /** The page is in use. Answers nothing. */
  stay: () => ask<null>('/api/sessions/stay', {}),
  signInByPassword: (proof: PasswordSignIn) => ask<Me>('/api/sign-in/password', proof),
  signInByRecovery: (proof: RecoverySignIn) => ask<Me>('/api/sign-in/recovery', proof),
  stepUpByPassword: (proof: PasswordStepUp) => ask<Account>('/api/step-up/password', proof),
  leave: () => ask<null>('/api/leave', {}),
};

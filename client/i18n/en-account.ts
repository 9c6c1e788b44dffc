import { i18n } from '@lingui/core';

/**
 * English sentences of one's own account: signing in, ways in, where one is signed in, and a session's end. Apart from `en`, so
 * that nobody waits for them on the start page or in a talk; whatever shows one of them imports this module.
 */
export const enAccount = {
  'signIn.title': 'Sign in',
  'signIn.lead': 'Come back as you. You need nobody’s invitation, and no e-mail.',
  'signIn.already': 'You are signed in on this device. Signing in below takes its place.',
  'signIn.already.account': 'To my account',
  'signIn.passkey.title': 'With a passkey',
  'signIn.passkey.about': 'You confirm on your device, as you do when you unlock it. There is nothing to type.',
  'signIn.passkey': 'Sign in with a passkey',
  'signIn.passkey.none':
    'Passkeys do not work at this address: they need https, an address with a name, and a browser that knows them.',
  'signIn.password.title': 'With a name and a password',
  'signIn.name': 'Sign-in name',
  'signIn.name.missing': 'Please write your sign-in name.',
  'signIn.password': 'Password',
  'signIn.password.missing': 'Please write your password.',
  'signIn.password.show': 'Show password',
  'signIn.password.hide': 'Hide password',
  'signIn.code': 'Code from your app',
  'signIn.code.hint': 'Only if you set one up. Six digits; leave it empty otherwise.',
  'signIn.password.submit': 'Sign in',
  'signIn.recovery.title': 'With a recovery code',
  'signIn.recovery.about': 'One of the codes you wrote down. Each works once, and no name is needed.',
  'signIn.recovery.code': 'Recovery code',
  'signIn.recovery.missing': 'Please write one of your recovery codes.',
  'signIn.recovery.submit': 'Sign in with this code',
  'signIn.none.title': 'If you have never set up a way to sign in',
  'signIn.none':
    'Then only your own devices know who you are. Use your way back, or another device that is still signed in.',
  'signIn.shared': 'On a device that others use, sign out afterwards with “Leave quickly”.',

  'ended.title': 'You were signed out',
  'ended.lead': 'What you wrote is kept. Sign in to go on where you were.',
  'ended.why':
    'To keep your words to yourself, a device is signed out after 30 minutes without use, or after 12 hours. In a talk that is on, neither ends it. You may also have signed out from another device of yours.',
  'ended.signIn': 'Sign in',
  'ended.devices': 'Without a way to sign in, use your way back or another device of yours.',

  'account.title': 'Your account',
  'account.lead.guest': 'You are a guest on this device.',
  'account.lead.member': 'Your ways in, and where you are signed in. Only you see this page.',
  'account.guest':
    'Nothing but this device knows who you are. If you sign out, lose it or clear its browser, you can’t come back as you. Add a way to sign in below; you stay the same person, in the same rooms.',
  'account.lead-needs.title': 'Before you accompany a couple',
  'account.lead-needs':
    'Whoever accompanies a couple signs in with a passkey, or with a password and a code from an app. Please add one of them below.',
  'account.lead-needs.again': 'You have what it takes. Sign in once more with your passkey, or password and code.',
  'account.next.second':
    'You have one way in. Add a second one, or recovery codes, so that losing it does not shut you out.',
  'account.unreachable': 'Your account can’t be shown right now. Please try again in a moment.',

  'account.stepUp.title': 'Please confirm that it is you',
  'account.stepUp.about': 'Your last sign-in is more than five minutes ago. Then it goes on by itself.',
  'account.stepUp.passkey': 'Confirm with a passkey',
  'account.stepUp.password': 'Confirm',
  'account.stepUp.cancel': 'Not now',
  'account.stepUp.code.missing': 'Please write the code that your app shows now.',

  'account.passkeys': 'Passkeys',
  'account.passkeys.about':
    'The safest way, and the easiest: your device or password manager keeps it, and nothing can be guessed. Keep it where your partner can’t unlock it.',
  'account.passkeys.none': 'You have none yet.',
  'account.passkeys.made': 'Added on {date}',
  'account.passkeys.add': 'Add a passkey',
  'account.passkeys.added': 'The passkey was added.',

  'account.remove': 'Remove',
  'account.remove.named': 'Remove {what}',
  'account.remove.sure':
    'If little else lets you in, this waits for 72 hours and can be cancelled on any of your devices.',
  'account.remove.yes': 'Yes, remove',
  'account.remove.no': 'Keep',
  'account.removed': 'Removed.',

  'account.password': 'Name and password',
  'account.password.about': 'For devices without a passkey. The name is only for signing in; nobody else sees it.',
  'account.password.is': 'Your sign-in name is {name}.',
  'account.password.name': 'Sign-in name',
  'account.password.name.hint': 'At least three characters. It need not be your real name, nor an e-mail address.',
  'account.password.name.missing': 'Please choose a name of at least three characters.',
  'account.password.new': 'New password',
  'account.password.new.hint': 'At least ten characters. A few unrelated words are easy to keep and hard to guess.',
  'account.password.add': 'Set a name and password',
  'account.password.change': 'Change it',
  'account.password.save': 'Save',
  'account.password.cancel': 'Not now',
  'account.password.saved': 'Your name and password are saved.',
  'account.password.enough': 'This password is strong enough.',
  'account.password.what': 'the password',
  'password.too-short': 'Too short still: at least ten characters.',
  'password.has-the-name': 'It holds your sign-in name. Take something else.',
  'password.too-common': 'Many people use this one. Take words that nobody would expect together.',
  'password.easy-pattern': 'It follows a pattern that is easily guessed. Take unrelated words.',
  'password.more-words': 'Easily guessed still. Add another word or two.',

  'account.totp': 'Code from an app',
  'account.totp.about': 'An authenticator app on your phone shows six digits. Then your password alone lets nobody in.',
  'account.totp.on': 'Signing in with your password asks for a code from your app.',
  'account.totp.add': 'Add an app',
  'account.totp.scan':
    'Scan this with your authenticator app, or copy the key into it. Then write the six digits it shows.',
  'account.totp.qr': 'QR code for your authenticator app. The key below says the same.',
  'account.totp.key': 'Key for the app',
  'account.totp.code': 'Six digits',
  'account.totp.code.missing': 'Please write the six digits that the app shows.',
  'account.totp.save': 'Turn it on',
  'account.totp.added': 'From now on your password asks for a code.',
  'account.totp.what': 'the app',

  'account.recovery': 'Recovery codes',
  'account.recovery.about':
    'Ten codes for the day when nothing else is at hand. Each lets you in once. Keep them on paper, where only you look.',
  'account.recovery.left': '{count, plural, =0 {You have none.} one {# code is left.} other {# codes are left.}}',
  'account.recovery.make': 'Make recovery codes',
  'account.recovery.anew': 'Make new ones',
  'account.recovery.anew.about': 'New ones take the place of the old.',
  'account.recovery.once': 'These are shown only now. Write them down or print them, then close this.',
  'account.recovery.from': 'They count from {moment}. Until then the old ones do.',
  'account.recovery.list': 'Your recovery codes',
  'account.recovery.print': 'Print',
  'account.recovery.done': 'I have kept them',
  'account.recovery.what': 'the recovery codes',

  'account.pending': 'A change is waiting',
  'account.pending.about': 'If you did not ask for this, cancel it: somebody else may have used your device.',
  'account.pending.passkey': 'The passkey “{label}” will be removed {moment}.',
  'account.pending.password': 'Your name and password will be removed {moment}.',
  'account.pending.totp': 'The code from your app will be removed {moment}.',
  'account.pending.recovery': 'Your recovery codes will be removed {moment}.',
  'account.pending.new-recovery': 'New recovery codes will count from {moment}.',
  'account.pending.cancel': 'Cancel this change',
  'account.pending.cancelled': 'The change was cancelled. Everything stays as it was.',

  'account.delete': 'Delete your account',
  'account.delete.about':
    'Nothing lets you in any more, and all your devices are signed out at once. It can’t be undone.',
  'account.delete.words':
    'What you said stays in your rooms, under your name, until it expires. To have it destroyed, or to leave a room, go there first: the page of each room has a part “{part}”.',
  'account.delete.record':
    'When you signed in and out, and on what kind of device, stays on the server for a year. No words are with it.',
  'account.delete.open': 'Delete my account',
  'account.delete.sure': 'Do you want to delete your account now?',
  'account.delete.yes': 'Delete it for good',
  'account.delete.no': 'Keep it',
  'deleted.title': 'Your account is deleted',
  'deleted.lead': 'Nothing lets you in any more, on any device.',
  'deleted.words': 'Words that you left in a room stay there until they expire.',

  'sessions.title': 'Where you are signed in',
  'sessions.about': 'If you do not know one of these, sign it out and change your ways in.',
  'sessions.here': 'this device',
  'sessions.seen': 'Last used {moment}',
  'sessions.began': 'Signed in {moment}',
  'sessions.guest': 'stays signed in without asking',
  'sessions.end': 'Sign out',
  'sessions.end.named': 'Sign out {device}',
  'sessions.endOthers': 'Sign out all others',
  'sessions.ended': 'Signed out.',
  'sessions.ended.others': 'All other devices are signed out.',
  'sessions.factorsChanged': 'Your ways in have changed. Sign out your other devices, if you are not sure of each.',
  'sessions.offer': 'Sign out your other devices?',
  'sessions.offer.about':
    '{count, plural, one {You changed how you sign in. One other device is still signed in as you.} other {You changed how you sign in. # other devices are still signed in as you.}}',
  'sessions.offer.why': 'Sign them out if you are not sure of each.',
  'sessions.offer.no': 'Leave them signed in',
  'sessions.out': 'Sign out on this device',
  'sessions.out.sure': 'Nothing else lets you back in as you. Add a way to sign in first, or make a way back.',
  'sessions.out.yes': 'Sign out all the same',
  'sessions.out.no': 'Stay',
  'account.devices': 'Another device, or a way back',
} as const satisfies Record<string, string>;

i18n.load('en', enAccount);

import { i18n } from '@lingui/core';

/** English sentences of help, leaving quickly and the app lock, beside those in `en` that every screen needs. */
export const enShelter = {
  'help.host':
    'The people who run this place keep this list. Beside each line stands the day on which they checked it.',
  'help.checked': 'Checked on {date}',
  'help.safety.private':
    'A private window forgets its pages once all its windows are closed. Downloads, and whatever else watches this device, stay.',
  'help.safety.lock': 'A PIN of your own locks this app while you look away. You set it in the settings.',
  'help.contact':
    'Whoever runs this place can be reached here: {contact}. They may be asleep; the lines above are not.',
  'help.leaving': 'What “Leave quickly” does, and what it does not',
  'leave.does.back': 'Going back from there shows nothing of this site.',
  'leave.does.offline':
    'Without a connection it still hides this page. This device is signed out once it is online again.',
  'leave.ways': 'Three ways to do it',
  'leave.ways.button': 'Press “Leave quickly” at the top of any page, or in any window over it.',
  'leave.ways.shift': 'Press Shift three times, with no more than five seconds in between.',
  'leave.ways.tab': 'On a page just loaded, press Tab once and then Enter.',
  'leave.on': 'Go on',
  'leave.pending.title': 'One moment',
  'leave.pending': 'Nothing is shown here until this device has been signed out. This goes on by itself.',
  'lock.title': 'Locked',
  'lock.lead': 'Everything is where you left it. Your PIN for this app opens it.',
  'lock.pin': 'Your PIN',
  'lock.pin.missing': 'Please type your PIN.',
  'lock.open': 'Open',
  'lock.wait':
    'That was tried too often. {minutes, plural, one {The next try counts in a minute.} other {The next try counts in # minutes.}}',
  'lock.forgot': 'I forgot my PIN',
  'lock.forgot.about':
    'Nobody can tell you your PIN. You can sign this device out, and sign in again with your password or passkey. Then choose a new PIN in the settings within five minutes. Without a way to sign in, or another device of yours, you can’t come back as yourself.',
  'lock.forgot.signOut': 'Sign this device out',
  'lock.settings': 'App lock',
  'lock.settings.about':
    'A PIN of your own for this app alone. It is asked for once this page was hidden for two minutes, when it is loaded, and whenever you lock it. Others only see that you are away.',
  'lock.now': 'Lock now',
  'lock.set': 'Set a PIN',
  'lock.change': 'Change the PIN or take it away',
  'lock.forgotten.about':
    'Choose one that nobody guesses, and that opens no phone. If you forget it, this device is signed out: make sure first that you have a way back.',
  'lock.wayBack': 'Another device, or a way back',
  'lock.pin.current': 'Your PIN until now',
  'lock.pin.current.hint': 'Not needed if you have just signed in with your password or passkey.',
  'lock.pin.new': 'New PIN',
  'lock.pin.new.hint': '4 to 12 digits.',
  'lock.pin.again': 'The same once more',
  'lock.pin.digits': 'A PIN has digits only.',
  'lock.pin.short': 'Please use 4 digits or more.',
  'lock.pin.plain': 'This is among the first that anybody would try. Please choose another.',
  'lock.pin.differs': 'This is not the same as above.',
  'lock.pin.save': 'Set this PIN',
  'lock.remove': 'Take the PIN away',
  'lock.done.set': 'Your PIN is set. It holds on all your devices.',
  'lock.done.removed': 'The PIN is gone. This app no longer locks.',
} as const satisfies Record<string, string>;

i18n.load('en', enShelter);

import { i18n } from '@lingui/core';

/** English sentences of help, leaving quickly and the app lock, beside those in `en` that every screen needs. */
export const enShelter = {
  'help.host':
    'The people who run this place keep this list. Beside each line stands the day on which they checked it.',
  'help.checked': 'Checked on {date}',
  'help.safety.private':
    'A private window forgets its pages once all its windows are closed. Downloads, and whatever else watches this device, stay.',
  'help.safety.lock': 'A PIN of your own locks this app while you look away. You set it in the settings.',
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
} as const satisfies Record<string, string>;

i18n.load('en', enShelter);

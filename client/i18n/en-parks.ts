import { i18n } from '@lingui/core';

/**
 * English sentences of what is taken back before it was opened, and of what is new and parked. Apart from `en`, so that nobody waits
 * for them on the start page; whatever shows one of them imports this module.
 */
export const enParks = {
  'back.may':
    '{name} has not opened this yet. Until then you can take it back: the words are destroyed, and the step is yours again.',
  'back.do': 'Take it back',
  'back.doing': 'Taking it back…',
  'park.open.write': 'This would be new',
  'park.open.read': 'This is new to me',
  'park.done.here': 'You parked something at this step.',
  'park.title': 'Park what is new',
  'park.write':
    'Facts that {name} does not know yet need more care than a talk alone can give. They are better said with somebody who helps you both.',
  'park.read':
    'When something is new, a talk alone can rarely hold it. It is better looked at with somebody who helps you both.',
  'park.seen':
    'Both of you can see that something was parked at this step, and not what it is. The talk can go on without it.',
  'park.seen.helpers': '{names} can see that, too.',
  'park.note': 'A note for you alone',
  'park.note.hint': 'You may leave it empty. It is kept only if you both keep this talk.',
  'park.note.moves': 'What stood in your box is here. Parked, it leaves the box.',
  'park.do': 'Park it',
  'park.doing': 'Parking it…',
  'park.not': 'Not now',
  'park.after': 'It is parked.',
  'park.after.words': 'Nobody has to say more about it now. Take a breath, take a pause, or go on with this step.',
  'park.after.on': 'Go on',
  'parked.title': 'Bring it to somebody who helps you both',
  'parked.title.helpers': 'Bring it to {names}',
  'parked.lead': 'This was parked here. It can wait until you are not alone with it.',
  'parked.lead.leads': 'This was parked in this talk. What it is, only whoever parked it knows.',
  'parked.title.leads': 'Parked for later',
  'parked.mine': 'You: at “{step}”',
  'parked.theirs': '{name}: at “{step}”',
  'parked.note': 'Your note. Only you see it.',
  'parked.advice':
    'Rather not open it between the two of you. A couple therapist or a counsellor can help to choose time and place.',
};

i18n.load('en', enParks);

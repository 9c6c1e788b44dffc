import { i18n } from '@lingui/core';

/** English sentences of the page that says who can read what; whatever shows one of them imports this module. */
export const enWhoReads = {
  'reads.title': 'Who can read what',
  'reads.lead':
    'Said plainly, for everybody who uses this place. Nobody gets more by paying or by having begun the room.',
  'reads.who': 'Who',
  'reads.can': 'Can read',
  'reads.not': 'Can’t read',
  'reads.partner': 'Your partner',
  'reads.partner.can': 'What is said in a talk, what you both kept, and who of you agreed to what.',
  'reads.partner.not':
    'Your drafts, private answers, numbers and notes, your private questions, and what you tell a facilitator alone.',
  'reads.facilitator': 'A facilitator you both let in',
  'reads.facilitator.can': 'A talk while it is on, what you tell them alone, and numbers that you agreed to show.',
  'reads.facilitator.not':
    'Your drafts and private answers, talks that are over, and anything once either of you ends it.',
  'reads.observer': 'An observer you both let in',
  'reads.observer.can': 'A talk while it is on.',
  'reads.observer.not': 'What is told alone, numbers, drafts, and talks that are over.',
  'reads.host': 'Whoever runs this place',
  'reads.host.can': 'Everything that is on the server, if they want to: the machine and its keys are in their hands.',
  'reads.host.not': 'What was destroyed.',
  'reads.others': 'Everybody else here',
  'reads.others.can': 'Nothing.',
  'reads.others.not': 'Anything of you. To them your room does not exist.',
  'reads.host.contact': 'This place is run by: {contact}',
  'reads.long': 'How long words stay',
  'reads.long.not': 'Words of a talk that you don’t both keep are destroyed when it ends.',
  'reads.long.kept':
    'A kept talk stays for {days} days from its end, or for as long as you both wish. Either of you can shorten that alone, in your room.',
  'reads.long.mine': 'You can take your own words back at any time. That you said something, and when, stays.',
  'reads.limits': 'What no page can do',
  'reads.limits.device':
    'Somebody who has your unlocked device sees what you see. A PIN of your own helps against a glance.',
  'reads.limits.pictures': 'Nothing can stop a photograph of a screen, or a copy that was taken with your consent.',
  'reads.limits.not': 'This is not therapy, not an emergency service, and not made for use in court.',
} as const satisfies Record<string, string>;

i18n.load('en', enWhoReads);

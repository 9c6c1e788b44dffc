import { i18n } from '@lingui/core';

/**
 * English sentences of what becomes of words later: consents, how long talks stay, taking back, leaving and deleting. Apart from
 * `en`, so that nobody waits for them on the start page or in a talk; whatever shows one of them imports this module.
 */
export const enWords = {
  'changes.consent.look-back-alone': '{by} agreed that kept talks are read alone, too.',
  'changes.consent.full-export': '{by} agreed that whole talks are taken out, until {moment}.',
  'changes.consent.delete-space': '{by} agreed to delete this room, until {moment}.',
  'changes.withdrawn.look-back-alone': '{by} would like kept talks to be read together only.',
  'changes.withdrawn.full-export': '{by} took back that whole talks are taken out.',
  'changes.withdrawn.delete-space': '{by} took back that this room is deleted.',
  'changes.exported': '{by} took out what you both agreed to.',
  'changes.retention': '{by} would like kept talks to stay for {days, plural, one {# day} other {# days}}.',
  'changes.announced': 'The talk of {date} ends {moment}: its words are destroyed then.',
  'changes.expired': 'The words of the talk of {date} were destroyed. Its time was over.',
  'changes.partner-left': '{name} left this room for good.',
  'changes.erased': '{by} had all of their own words destroyed.',
  'changes.deletion': '{by} announced that this room is deleted: {moment}.',
  'changes.deletion-cancelled': '{by} took back that this room is deleted.',

  'stays.until': 'kept until {date}',
  'stays.gone': 'its time was over: the words were destroyed on {date}',
  'stays.soon.title': 'Ending soon',
  'stays.soon.lead':
    'The words of these talks are destroyed then. If you both want to keep them longer, you can agree on that here.',
  'stays.soon': '“{guide}” of {date}: until {moment}',
  'stays.over.title': 'The time of this talk was over',
  'stays.over.lead': 'Its words were destroyed on {date}. That it took place stays in the list.',

  'agreed.title': 'What you both agreed to',
  'agreed.stays.title': 'How long kept talks stay',
  'agreed.stays':
    '{days, plural, one {# day} other {# days}} from the end of each talk. Of your two wishes the shorter one holds.',
  'agreed.stays.alone': '{days, plural, one {# day} other {# days}} from the end of each talk.',
  'agreed.stays.mine':
    'You would like {days, plural, one {# day} other {# days}}. That holds once {name} would like it, too.',
  'agreed.stays.theirs':
    '{name} would like {days, plural, one {# day} other {# days}}. That holds once you would like it, too.',
  'agreed.stays.join': 'Agree to {days, plural, one {# day} other {# days}}',
  'agreed.stays.change': 'Change how long',
  'agreed.stays.choose': 'How long would you like kept talks to stay?',
  'agreed.stays.hint':
    'Shorter holds at once, and every talk is announced a week before it ends. Longer waits for both of you.',
  'agreed.stays.days': '{days, plural, one {# day} other {# days}}',
  'agreed.stays.save': 'Save my wish',
  'agreed.alone.title': 'Reading kept talks alone',
  'agreed.alone.lead': 'Each of you decides whether the other may read kept talks alone.',
  'agreed.alone.mine': 'You agree that {name} reads kept talks alone.',
  'agreed.alone.mine.not': '{name} reads kept talks only while you open them for both.',
  'agreed.alone.theirs': '{name} agrees that you read kept talks alone.',
  'agreed.alone.theirs.not': 'You read kept talks only while {name} opens them for both.',
  'agreed.alone.kept': 'By keeping a talk, until it is taken back.',
  'agreed.since': 'Since {date}.',
  'agreed.since.until': 'Since {date}, until {moment}.',
  'agreed.alone.take': 'Read together only',
  'agreed.alone.give': 'Agree to reading alone',
  'agreed.more.title': 'For a week at most',
  'agreed.full-export.mine': 'You agree that whole talks are taken out.',
  'agreed.full-export.theirs': '{name} agrees that whole talks are taken out.',
  'agreed.full-export.one.mine': 'You agree that the talk of {talk} is taken out.',
  'agreed.full-export.one.theirs': '{name} agrees that the talk of {talk} is taken out.',
  'agreed.delete-space.mine': 'You agree to delete this room.',
  'agreed.delete-space.theirs': '{name} agrees to delete this room.',
  'agreed.take': 'Take this back',

  'own.menu': 'Change what you said here',
  'own.menu.note': 'Change this note',
  'own.fold': 'Fold away',
  'own.unfold': 'Show again',
  'own.take': 'Take back for good',
  'own.take.sure': 'Take these words back for good?',
  'own.take.means': 'They are destroyed at once, for both of you, also where you wrote them first. It can’t be undone.',
  'own.take.stays':
    'That you said something here stays, with the date. What {name} said stays too, also where {name} told your words back.',
  'own.take.do': 'Destroy these words',
  'own.take.not': 'Leave them',
  'own.note': 'A note, with today’s date',
  'own.note.hint': 'Both of you read it beside these words. The words stay as they are.',
  'own.note.add': 'Add the note',
  'own.folded': '{name} folded these words away',
  'own.folded.mine': 'You folded these words away',
  'own.taken': '{name} took these words back. They were destroyed on {date}.',
  'own.erased': '{name} had all of their own words destroyed, on {date}.',
  'own.erased.together':
    'You both wrote this. The words were destroyed on {date}, when one of you had all of their own words destroyed.',
  'own.noted': 'A note by {name}, {date}',

  'together.title': 'This is read together',
  'together.lead': '{name} would like kept talks to be read together.',
  'together.how':
    'Find a moment that suits you both. {name} opens this talk and chooses “Read it together now”. Then it opens here, too.',
  'together.closed': '{name} can’t read this talk alone.',
  'together.let': 'Read it together now',
  'together.open': 'While you have this open, {name} can read it, too.',
  'together.close': 'No more together',
  'together.again': 'Open it now',

  'leaving.left':
    '{name} left this room on {date}. Nothing new begins here. You can still read what you both kept, as long as it stays.',
  'leaving.announced.mine': 'You announced that this room is deleted: {moment}. Until then you can take that back.',
  'leaving.announced.theirs':
    '{name} announced that this room is deleted: {moment}. Until then you can read what you both kept, and print it.',
  'leaving.announced.cancel': 'Keep this room',
  'leaving.title': 'Leaving and deleting',
  'leaving.lead': 'You need no reason, and nobody asks for one.',
  'leaving.open': 'What you can do alone',
  'leaving.leave': 'Leave this room',
  'leaving.leave.sure': 'Leave this room for good?',
  'leaving.leave.means': 'You read nothing here any more and can’t come back. A talk that is open now is not kept.',
  'leaving.leave.stays': '{name} reads that you left, and can still read what you both kept, as long as it stays.',
  'leaving.leave.erase': 'Destroy all my words here, too',
  'leaving.leave.do': 'Leave for good',
  'leaving.erase': 'Destroy my words everywhere',
  'leaving.erase.sure': 'Destroy all that you said here?',
  'leaving.erase.means':
    'All your words in all talks of this room are destroyed at once, your private writing and drafts, too. What you both wrote together goes with them. It can’t be undone.',
  'leaving.erase.stays': 'What {name} said stays. {name} reads that you had your words destroyed, and when.',
  'leaving.erase.do': 'Destroy my words',
  'leaving.delete': 'Delete this room',
  'leaving.delete.sure': 'Delete this room, with all that is in it?',
  'leaving.delete.means': 'All words, texts and names of both of you are destroyed. It can’t be undone.',
  'leaving.delete.both':
    'If you both agree, it happens at once. Your agreement holds for seven days, and {name} reads it.',
  'leaving.delete.alone':
    'You can also announce it alone. Then it happens in 14 days, {name} reads that now, and you can take it back until then.',
  'leaving.delete.agreed': '{name} has agreed. If you go on, this room is deleted at once.',
  'leaving.delete.agree': 'Agree to delete it',
  'leaving.delete.announce': 'Announce it for in 14 days',
  'leaving.delete.do': 'Delete this room now',
  'leaving.not': 'Not now',
} as const satisfies Record<string, string>;

i18n.load('en', enWords);

import { i18n } from '@lingui/core';

/** English sentences of taking whole talks out, with both keys; whatever shows one of them imports this module. */
export const enTakeOut = {
  'takeout.go': 'Take all kept talks out',
  'takeout.go.one': 'Take this talk out',
  'takeout.see': 'What this is, and where it is done',
  'takeout.title': 'Take all kept talks out',
  'takeout.title.one': 'Take the talk of {date} out',
  'takeout.lead': 'As a file with the words of both of you. It takes both: each agrees alone, for seven days at most.',
  'takeout.in': 'What is in the file',
  'takeout.in.said': 'What you both said and read, in its order, with dates',
  'takeout.in.mark': 'On top and on each page: who took it out, when, and that you both agreed',
  'takeout.in.not': 'Nothing private: no drafts, numbers, private answers or whispers, and no facilitator’s notes',
  'takeout.in.gone': 'Words that were folded away or taken back are not in it. That they were there is said.',
  'takeout.court':
    'It is not therapy, not a record of an emergency, and not made for use in court. Once a file is out, nobody can call it back.',
  'takeout.who': 'Who agrees',
  'takeout.mine': 'You agree, until {moment}.',
  'takeout.mine.not': 'You have not agreed, or not any more.',
  'takeout.theirs': '{name} agrees, until {moment}.',
  'takeout.theirs.not': '{name} has not agreed, or not any more.',
  'takeout.theirs.practice': '{name} is a practice partner and agrees to everything.',
  'takeout.give.means':
    'If you agree, either of you can take the words of both out, for seven days. You can take this back at any time; a file that is out stays out.',
  'takeout.give': 'Agree that all kept talks are taken out',
  'takeout.give.one': 'Agree that this talk is taken out',
  'takeout.take': 'Take this back',
  'takeout.file': 'The file',
  'takeout.waits':
    'Nothing can be taken out while one of you has not agreed. Nobody has to, and nobody needs a reason.',
  'takeout.together':
    '{name} would like kept talks to be read together only. A file would be read alone, so you can’t take one out now.',
  'takeout.left': 'It takes both of you, and {name} has left this room. What is yours you can take with you alone.',
  'takeout.html': 'Save to read and print',
  'takeout.markdown': 'Save as plain text',
  'takeout.json': 'Save for another program',
  'takeout.saved': 'The file was made. Your browser says where it is. {name} reads that you took it out.',
  'takeout.name': 'talks',
  'takeout.before': 'Taken out so far',
  'takeout.before.all': '{by}, {moment}: all kept talks',
  'takeout.before.one': '{by}, {moment}: the talk of {date}',
  'takeout.seal': 'Seal of that file: {seal}',
  'takeout.seal.means':
    'A file whose seal is another, or does not fit its lines, was changed after it was taken out. The seal says nothing about whether words are true.',
  'takeout.mydata': 'What is yours, as a file',
} as const satisfies Record<string, string>;

i18n.load('en', enTakeOut);

import { i18n } from '@lingui/core';

/** English sentences of the page by which somebody takes what is theirs with them; whatever shows one of them imports this module. */
export const enMyData = {
  'mydata.title': 'What is yours',
  'mydata.lead':
    'Everything that you said, wrote and did here, as a file. You need nobody’s consent for it, and nobody is told.',
  'mydata.in': 'In it',
  'mydata.in.said': 'What you said in talks that were kept, and in the one that is on',
  'mydata.in.private': 'Your private answers, your numbers, and what you have not shared yet',
  'mydata.in.notes': 'Your own notes, where you accompany a couple',
  'mydata.in.did': 'What you agreed to, took back and changed, and when',
  'mydata.out': 'Not in it',
  'mydata.out.others': 'A word of anybody else',
  'mydata.out.together': 'What you both wrote together: it is in the talks that you both kept',
  'mydata.out.gone': 'What was destroyed: that it was there is said, and no more',
  'mydata.care': 'Whoever opens the file can read it. On a device that somebody else uses, better not.',
  'mydata.page': 'Save to read',
  'mydata.json': 'Save for another program',
  'mydata.saved': 'The file was made. Your browser says where it is.',
  'mydata.name': 'my-words',
  'mydata.left': 'A room you left',
  'mydata.left.on':
    'You left it on {date}. Nothing of it can be read here any more. What you said there is in your file.',
  'mydata.left.gone': 'You left it on {date}, and had all your words there destroyed.',
  'mydata.left.deletion': 'You announced that it is deleted: {moment}. Until then you can take that back.',
  'mydata.left.cancel': 'Take that back',
  'mydata.left.cancelled': 'You took that back. It is not deleted.',
  'mydata.left.erase': 'Destroy my words there',
  'mydata.left.sure': 'Destroy all that you said there?',
  'mydata.left.means':
    'All your words in all talks of that room are destroyed at once, your private writing and drafts, too. What you both wrote together goes with them. It can’t be undone.',
  'mydata.left.stays': 'What others said stays. Your partner reads that you had your words destroyed, and when.',
  'mydata.left.do': 'Destroy my words',
  'mydata.left.not': 'Not now',
  'mydata.left.erased': 'Your words there were destroyed.',
  'mydata.go': 'What is yours, as a file',
};

i18n.load('en', enMyData);

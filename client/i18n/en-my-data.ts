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
  'mydata.go': 'What is yours, as a file',
};

i18n.load('en', enMyData);

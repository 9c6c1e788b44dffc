import type { enParks } from './en-parks.ts';

/** German sentences of what is taken back before it was opened, and of what is new and parked. */
export const deParks: Record<keyof typeof enParks, string> = {
  'back.may':
    '{name} hat das noch nicht geöffnet. Bis dahin kannst du es zurücknehmen: Die Worte werden vernichtet, und der Schritt ist wieder bei dir.',
  'back.do': 'Zurücknehmen',
  'back.doing': 'Wird zurückgenommen…',
  'park.open.write': 'Das wäre neu',
  'park.open.read': 'Das ist mir neu',
  'park.done.here': 'Du hast bei diesem Schritt etwas zurückgestellt.',
  'park.title': 'Neues zurückstellen',
  'park.write':
    'Tatsachen, die {name} noch nicht kennt, brauchen mehr Sorgfalt, als ein Gespräch allein geben kann. Sie sind besser aufgehoben, wenn jemand dabei ist, der euch beiden hilft.',
  'park.read':
    'Wenn etwas neu ist, kann ein Gespräch allein es selten tragen. Seht es euch besser mit jemandem an, der euch beiden hilft.',
  'park.seen':
    'Ihr seht beide, dass bei diesem Schritt etwas zurückgestellt wurde, aber nicht, was es ist. Das Gespräch kann ohne das weitergehen.',
  'park.seen.helpers': 'Das sieht auch {names}.',
  'park.note': 'Eine Notiz nur für dich',
  'park.note.hint': 'Du kannst sie leer lassen. Sie bleibt nur, wenn ihr beide dieses Gespräch behaltet.',
  'park.note.moves': 'Hier steht, was in deinem Feld stand. Zurückgestellt verschwindet es aus dem Feld.',
  'park.do': 'Zurückstellen',
  'park.doing': 'Wird zurückgestellt…',
  'park.not': 'Jetzt nicht',
  'park.after': 'Es ist zurückgestellt.',
  'park.after.words':
    'Jetzt muss niemand mehr dazu sagen. Hol Atem, mach eine Pause oder geh mit diesem Schritt weiter.',
  'park.after.on': 'Weiter',
  'parked.title': 'Nehmt es zu jemandem mit, der euch beiden hilft',
  'parked.title.helpers': 'Nehmt es zu {names} mit',
  'parked.lead': 'Das wurde hier zurückgestellt. Es kann warten, bis ihr damit nicht allein seid.',
  'parked.lead.leads': 'Das wurde in diesem Gespräch zurückgestellt. Was es ist, weiß nur, wer es zurückgestellt hat.',
  'parked.title.leads': 'Für später zurückgestellt',
  'parked.mine': 'Du: bei „{step}“',
  'parked.theirs': '{name}: bei „{step}“',
  'parked.note': 'Deine Notiz. Nur du siehst sie.',
  'parked.advice':
    'Öffnet es lieber nicht zu zweit. Eine Paartherapie oder eine Beratung kann helfen, Zeit und Ort zu wählen.',
};

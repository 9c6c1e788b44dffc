import type { enShelter } from './en-shelter.ts';

/** The German sentences of en-shelter.ts. */
export const deShelter: Record<keyof typeof enShelter, string> = {
  'help.host': 'Wer diesen Ort betreibt, pflegt diese Liste. Bei jeder Zeile steht, wann sie geprüft wurde.',
  'help.checked': 'Geprüft am {date}',
  'help.safety.private':
    'Ein privates Fenster vergisst seine Seiten, sobald alle seine Fenster geschlossen sind. Heruntergeladenes bleibt, und auch, was dieses Gerät sonst überwacht.',
  'help.safety.lock': 'Eine eigene PIN sperrt diese App, wenn du wegschaust. Du legst sie in den Einstellungen fest.',
  'help.leaving': 'Was „Schnell weg“ tut und was nicht',
  'leave.does.back': 'Wer von dort zurückgeht, sieht nichts von dieser Seite.',
  'leave.does.offline':
    'Ohne Verbindung verdeckt es diese Seite trotzdem. Das Gerät wird abgemeldet, sobald es wieder verbunden ist.',
  'leave.ways': 'Drei Wege',
  'leave.ways.button': 'Drück „Schnell weg“ oben auf jeder Seite oder in jedem Fenster darüber.',
  'leave.ways.shift': 'Drück dreimal die Umschalttaste, mit höchstens fünf Sekunden dazwischen.',
  'leave.ways.tab': 'Drück auf einer frisch geladenen Seite einmal Tab und dann Enter.',
  'leave.on': 'Weiter',
  'leave.pending.title': 'Einen Moment',
  'leave.pending': 'Hier wird nichts gezeigt, bis dieses Gerät abgemeldet ist. Das geht von selbst weiter.',
};

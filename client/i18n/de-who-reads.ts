import type { enWhoReads } from './en-who-reads.ts';

/** German sentences of the page that says who can read what. */
export const deWhoReads: Record<keyof typeof enWhoReads, string> = {
  'reads.title': 'Wer was lesen kann',
  'reads.lead':
    'Klar gesagt, für alle hier. Niemand bekommt mehr, weil sie oder er bezahlt oder den Raum eröffnet hat.',
  'reads.who': 'Wer',
  'reads.can': 'Kann lesen',
  'reads.not': 'Kann nicht lesen',
  'reads.partner': 'Dein Gegenüber',
  'reads.partner.can':
    'Was in einem Gespräch gesagt wird, was ihr beide aufgehoben habt, und wer von euch womit einverstanden ist.',
  'reads.partner.not':
    'Deine Entwürfe, privaten Antworten, Zahlen und Notizen, deine privaten Fragen, und was du einer Begleitung allein sagst.',
  'reads.facilitator': 'Eine Begleitung, die ihr beide hereingelassen habt',
  'reads.facilitator.can':
    'Ein Gespräch, solange es läuft, was du ihr allein sagst, und Zahlen, die du ihr zeigen willst.',
  'reads.facilitator.not':
    'Deine Entwürfe und privaten Antworten, Gespräche, die vorbei sind, und nichts mehr, sobald es jemand von euch beendet.',
  'reads.observer': 'Jemand, der mit Zustimmung von euch beiden mitliest',
  'reads.observer.can': 'Ein Gespräch, solange es läuft.',
  'reads.observer.not': 'Was allein gesagt wird, Zahlen, Entwürfe, und Gespräche, die vorbei sind.',
  'reads.host': 'Wer diesen Ort betreibt',
  'reads.host.can':
    'Alles, was auf dem Server liegt, wenn sie oder er will: Der Rechner und seine Schlüssel sind in diesen Händen.',
  'reads.host.not': 'Was vernichtet wurde.',
  'reads.others': 'Alle anderen hier',
  'reads.others.can': 'Nichts.',
  'reads.others.not': 'Irgendetwas von dir. Für sie gibt es euren Raum nicht.',
  'reads.host.contact': 'Diesen Ort betreibt: {contact}',
  'reads.long': 'Wie lange Worte bleiben',
  'reads.long.not': 'Worte eines Gesprächs, das ihr nicht beide aufhebt, werden an seinem Ende vernichtet.',
  'reads.long.kept':
    'Was ihr aufgehoben habt, bleibt {days} Tage ab dem Ende des Gesprächs, oder so lange ihr beide wollt. Kürzen könnt ihr das auch je allein, in eurem Raum.',
  'reads.long.mine':
    'Deine eigenen Worte kannst du jederzeit zurücknehmen. Dass du etwas gesagt hast, und wann, bleibt stehen.',
  'reads.limits': 'Was keine Seite kann',
  'reads.limits.device':
    'Wer dein entsperrtes Gerät hat, sieht, was du siehst. Eine eigene PIN hilft gegen einen schnellen Blick.',
  'reads.limits.pictures':
    'Nichts verhindert ein Foto vom Bildschirm oder eine Kopie, die mit deinem Einverständnis gemacht wurde.',
  'reads.limits.not': 'Das ist keine Therapie, kein Notdienst und nicht für den Gebrauch vor Gericht gemacht.',
};

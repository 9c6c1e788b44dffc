import type { enTakeOut } from './en-take-out.ts';

/** The German sentences of taking whole talks out. */
export const deTakeOut: Record<keyof typeof enTakeOut, string> = {
  'takeout.go': 'Alle aufgehobenen Gespräche mitnehmen',
  'takeout.go.one': 'Dieses Gespräch mitnehmen',
  'takeout.see': 'Was das ist, und wo es geht',
  'takeout.title': 'Alle aufgehobenen Gespräche mitnehmen',
  'takeout.title.one': 'Das Gespräch vom {date} mitnehmen',
  'takeout.lead':
    'Als Datei mit den Worten von euch beiden. Dafür braucht es beide: Jede Person ist für sich einverstanden, höchstens sieben Tage lang.',
  'takeout.in': 'Was in der Datei steht',
  'takeout.in.said': 'Was ihr beide gesagt und gelesen habt, in seiner Reihenfolge, mit Datum',
  'takeout.in.mark': 'Oben und auf jeder Seite: wer sie mitgenommen hat, wann, und dass ihr beide einverstanden wart',
  'takeout.in.not':
    'Nichts Privates: keine Entwürfe, Zahlen, privaten Antworten, nichts Geflüstertes und keine Notizen einer Begleitung',
  'takeout.in.gone': 'Was weggefaltet oder zurückgenommen wurde, ist nicht darin. Dass es da war, steht da.',
  'takeout.court':
    'Sie ist keine Therapie, keine Aufzeichnung eines Notfalls und nicht für den Gebrauch vor Gericht gemacht. Was einmal als Datei draußen ist, holt niemand zurück.',
  'takeout.who': 'Wer einverstanden ist',
  'takeout.mine': 'Du bist einverstanden, bis {moment}.',
  'takeout.mine.not': 'Du bist nicht einverstanden, oder nicht mehr.',
  'takeout.theirs': '{name} ist einverstanden, bis {moment}.',
  'takeout.theirs.not': '{name} ist nicht einverstanden, oder nicht mehr.',
  'takeout.theirs.practice': '{name} ist ein Übungsgegenüber und mit allem einverstanden.',
  'takeout.give.means':
    'Wenn du einverstanden bist, kann jede Person von euch sieben Tage lang die Worte von euch beiden mitnehmen. Du kannst das jederzeit zurücknehmen; eine Datei, die draußen ist, bleibt draußen.',
  'takeout.give': 'Einverstanden, dass alle aufgehobenen Gespräche mitgenommen werden',
  'takeout.give.one': 'Einverstanden, dass dieses Gespräch mitgenommen wird',
  'takeout.take': 'Zurücknehmen',
  'takeout.file': 'Die Datei',
  'takeout.waits':
    'Nichts kann mitgenommen werden, solange jemand von euch nicht einverstanden ist. Niemand muss, und niemand braucht einen Grund.',
  'takeout.together':
    '{name} möchte, dass Aufgehobenes nur gemeinsam gelesen wird. Eine Datei läse jemand allein, darum kannst du jetzt keine mitnehmen.',
  'takeout.left':
    'Dafür braucht es euch beide, und {name} hat diesen Raum verlassen. Was von dir ist, kannst du allein mitnehmen.',
  'takeout.html': 'Zum Lesen und Drucken speichern',
  'takeout.markdown': 'Als einfachen Text speichern',
  'takeout.json': 'Für ein anderes Programm speichern',
  'takeout.saved': 'Die Datei ist fertig. Dein Browser sagt, wo sie liegt. {name} liest, dass du sie mitgenommen hast.',
  'takeout.name': 'gespraeche',
  'takeout.before': 'Bisher mitgenommen',
  'takeout.before.all': '{by}, {moment}: alle aufgehobenen Gespräche',
  'takeout.before.one': '{by}, {moment}: das Gespräch vom {date}',
  'takeout.seal': 'Siegel dieser Datei: {seal}',
  'takeout.seal.means':
    'Eine Datei, deren Siegel ein anderes ist oder nicht zu ihren Zeilen passt, wurde danach geändert. Das Siegel sagt nicht, ob Worte stimmen.',
  'takeout.mydata': 'Was von dir ist, als Datei',
};

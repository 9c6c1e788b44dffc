import type { enShelter } from './en-shelter.ts';

/** The German sentences of en-shelter.ts. */
export const deShelter: Record<keyof typeof enShelter, string> = {
  'help.host': 'Wer diesen Ort betreibt, pflegt diese Liste. Bei jeder Zeile steht, wann sie geprüft wurde.',
  'help.checked': 'Geprüft am {date}',
  'help.safety.private':
    'Ein privates Fenster vergisst seine Seiten, sobald alle seine Fenster geschlossen sind. Heruntergeladenes bleibt, und auch, was dieses Gerät sonst überwacht.',
  'help.safety.lock': 'Eine eigene PIN sperrt diese App, wenn du wegschaust. Du legst sie in den Einstellungen fest.',
  'help.contact':
    'Wer diesen Ort betreibt, ist so zu erreichen: {contact}. Vielleicht schläft dort gerade jemand; die Nummern oben sind da.',
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
  'lock.title': 'Gesperrt',
  'lock.lead': 'Alles ist da, wo du es gelassen hast. Deine PIN für diese App öffnet es.',
  'lock.pin': 'Deine PIN',
  'lock.pin.missing': 'Tippe bitte deine PIN ein.',
  'lock.open': 'Öffnen',
  'lock.wait':
    'Das wurde zu oft versucht. {minutes, plural, one {Der nächste Versuch zählt in einer Minute.} other {Der nächste Versuch zählt in # Minuten.}}',
  'lock.forgot': 'Ich habe meine PIN vergessen',
  'lock.forgot.about':
    'Niemand kann dir deine PIN sagen. Du kannst dieses Gerät abmelden und dich mit Passwort oder Passkey neu anmelden. Wähle dann innerhalb von fünf Minuten in den Einstellungen eine neue PIN. Ohne einen Weg zum Anmelden oder ein anderes Gerät von dir kommst du nicht als du selbst zurück.',
  'lock.forgot.signOut': 'Dieses Gerät abmelden',
  'lock.settings': 'App-Sperre',
  'lock.settings.about':
    'Eine eigene PIN nur für diese App. Sie wird verlangt, wenn diese Seite zwei Minuten lang verdeckt war, wenn sie geladen wird und sooft du sie sperrst. Andere sehen nur, dass du weg bist.',
  'lock.now': 'Jetzt sperren',
  'lock.set': 'Eine PIN festlegen',
  'lock.change': 'PIN ändern oder wegnehmen',
  'lock.forgotten.about':
    'Wähle eine, die niemand errät und die kein Telefon öffnet. Vergisst du sie, wird dieses Gerät abgemeldet: Sorge vorher für einen Rückweg.',
  'lock.wayBack': 'Ein anderes Gerät oder ein Rückweg',
  'lock.pin.current': 'Deine bisherige PIN',
  'lock.pin.current.hint': 'Nicht nötig, wenn du dich gerade mit Passwort oder Passkey angemeldet hast.',
  'lock.pin.new': 'Neue PIN',
  'lock.pin.new.hint': '4 bis 12 Ziffern.',
  'lock.pin.again': 'Dieselbe noch einmal',
  'lock.pin.digits': 'Eine PIN hat nur Ziffern.',
  'lock.pin.short': 'Nimm bitte mindestens 4 Ziffern.',
  'lock.pin.plain': 'Das würde jemand als Erstes versuchen. Wähle bitte eine andere.',
  'lock.pin.differs': 'Das ist nicht dasselbe wie oben.',
  'lock.pin.save': 'Diese PIN festlegen',
  'lock.remove': 'PIN wegnehmen',
  'lock.done.set': 'Deine PIN gilt jetzt, auf allen deinen Geräten.',
  'lock.done.removed': 'Die PIN ist weg. Diese App sperrt sich nicht mehr.',
};

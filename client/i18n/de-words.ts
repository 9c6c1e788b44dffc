import type { enWords } from './en-words.ts';

/** The German sentences of what becomes of words later. */
export const deWords: Record<keyof typeof enWords, string> = {
  'changes.consent.look-back-alone': '{by} ist einverstanden, dass Aufgehobenes auch allein gelesen wird.',
  'changes.consent.full-export': '{by} ist einverstanden, dass ganze Gespräche mitgenommen werden, bis {moment}.',
  'changes.consent.delete-space': '{by} ist einverstanden, dass dieser Raum gelöscht wird, bis {moment}.',
  'changes.withdrawn.look-back-alone': '{by} möchte, dass Aufgehobenes nur gemeinsam gelesen wird.',
  'changes.withdrawn.full-export': '{by} hat zurückgenommen, dass ganze Gespräche mitgenommen werden.',
  'changes.withdrawn.delete-space': '{by} hat zurückgenommen, dass dieser Raum gelöscht wird.',
  'changes.exported': '{by} hat mitgenommen, womit ihr beide einverstanden wart.',
  'changes.retention': '{by} möchte, dass Aufgehobenes {days, plural, one {# Tag} other {# Tage}} bleibt.',
  'changes.announced': 'Das Gespräch vom {date} endet {moment}: Dann werden seine Worte vernichtet.',
  'changes.expired': 'Die Worte des Gesprächs vom {date} wurden vernichtet. Seine Zeit war um.',
  'changes.partner-left': '{name} hat diesen Raum für immer verlassen.',
  'changes.erased': '{by} hat alle eigenen Worte vernichten lassen.',
  'changes.deletion': '{by} hat angekündigt, dass dieser Raum gelöscht wird: {moment}.',
  'changes.deletion-cancelled': '{by} hat zurückgenommen, dass dieser Raum gelöscht wird.',

  'stays.until': 'aufgehoben bis {date}',
  'stays.gone': 'die Zeit war um: Die Worte wurden am {date} vernichtet',
  'stays.soon.title': 'Endet bald',
  'stays.soon.lead':
    'Die Worte dieser Gespräche werden dann vernichtet. Wenn ihr sie beide länger aufheben wollt, könnt ihr euch hier darauf einigen.',
  'stays.soon': '„{guide}“ vom {date}: bis {moment}',
  'stays.over.title': 'Die Zeit dieses Gesprächs war um',
  'stays.over.lead': 'Seine Worte wurden am {date} vernichtet. Dass es stattfand, bleibt in der Liste.',

  'agreed.title': 'Womit ihr beide einverstanden seid',
  'agreed.stays.title': 'Wie lange Aufgehobenes bleibt',
  'agreed.stays':
    '{days, plural, one {# Tag} other {# Tage}} ab dem Ende jedes Gesprächs. Von euren zwei Wünschen gilt der kürzere.',
  'agreed.stays.alone': '{days, plural, one {# Tag} other {# Tage}} ab dem Ende jedes Gesprächs.',
  'agreed.stays.mine':
    'Du möchtest {days, plural, one {# Tag} other {# Tage}}. Das gilt, sobald {name} es auch möchte.',
  'agreed.stays.theirs':
    '{name} möchte {days, plural, one {# Tag} other {# Tage}}. Das gilt, sobald du es auch möchtest.',
  'agreed.stays.join': 'Mit {days, plural, one {# Tag} other {# Tagen}} einverstanden',
  'agreed.stays.change': 'Ändern, wie lange',
  'agreed.stays.choose': 'Wie lange soll Aufgehobenes bleiben?',
  'agreed.stays.hint':
    'Kürzer gilt sofort, und jedes Gespräch wird eine Woche vor seinem Ende angekündigt. Länger wartet auf euch beide.',
  'agreed.stays.days': '{days, plural, one {# Tag} other {# Tage}}',
  'agreed.stays.save': 'Meinen Wunsch speichern',
  'agreed.alone.title': 'Aufgehobenes allein lesen',
  'agreed.alone.lead':
    'Du entscheidest, ob dein Gegenüber Aufgehobenes allein lesen darf. Dein Gegenüber entscheidet das für dich.',
  'agreed.alone.mine': 'Du bist einverstanden, dass {name} Aufgehobenes allein liest.',
  'agreed.alone.mine.not': '{name} liest Aufgehobenes nur, während du es für euch beide öffnest.',
  'agreed.alone.theirs': '{name} ist einverstanden, dass du Aufgehobenes allein liest.',
  'agreed.alone.theirs.not': 'Du liest Aufgehobenes nur, während {name} es für euch beide öffnet.',
  'agreed.alone.kept': 'Durch das Aufheben, bis es zurückgenommen wird.',
  'agreed.since': 'Seit {date}.',
  'agreed.since.until': 'Seit {date}, bis {moment}.',
  'agreed.alone.take': 'Nur gemeinsam lesen',
  'agreed.alone.give': 'Mit allein lesen einverstanden',
  'agreed.more.title': 'Für höchstens eine Woche',
  'agreed.full-export.mine': 'Du bist einverstanden, dass ganze Gespräche mitgenommen werden.',
  'agreed.full-export.theirs': '{name} ist einverstanden, dass ganze Gespräche mitgenommen werden.',
  'agreed.full-export.one.mine': 'Du bist einverstanden, dass das Gespräch vom {talk} mitgenommen wird.',
  'agreed.full-export.one.theirs': '{name} ist einverstanden, dass das Gespräch vom {talk} mitgenommen wird.',
  'agreed.delete-space.mine': 'Du bist einverstanden, diesen Raum zu löschen.',
  'agreed.delete-space.theirs': '{name} ist einverstanden, diesen Raum zu löschen.',
  'agreed.take': 'Das zurücknehmen',

  'own.menu': 'Ändern, was du hier gesagt hast',
  'own.menu.note': 'Diese Notiz ändern',
  'own.fold': 'Wegfalten',
  'own.unfold': 'Wieder zeigen',
  'own.take': 'Für immer zurücknehmen',
  'own.take.sure': 'Diese Worte für immer zurücknehmen?',
  'own.take.means':
    'Sie werden sofort vernichtet, für euch beide, auch dort, wo du sie zuerst geschrieben hast. Das lässt sich nicht rückgängig machen.',
  'own.take.stays':
    'Dass du hier etwas gesagt hast, bleibt, mit dem Datum. Auch was {name} gesagt hat, bleibt, auch wo {name} deine Worte zurückgegeben hat.',
  'own.take.do': 'Diese Worte vernichten',
  'own.take.not': 'So lassen',
  'own.note': 'Eine Notiz mit dem heutigen Datum',
  'own.note.hint': 'Ihr lest sie beide neben diesen Worten. Die Worte bleiben, wie sie sind.',
  'own.note.add': 'Notiz hinzufügen',
  'own.folded': '{name} hat diese Worte weggefaltet',
  'own.folded.mine': 'Du hast diese Worte weggefaltet',
  'own.taken': '{name} hat diese Worte zurückgenommen. Sie wurden am {date} vernichtet.',
  'own.erased': '{name} hat alle eigenen Worte vernichten lassen, am {date}.',
  'own.erased.together':
    'Das habt ihr beide geschrieben. Die Worte wurden am {date} vernichtet, als jemand von euch alle eigenen Worte vernichten ließ.',
  'own.noted': 'Eine Notiz von {name}, {date}',

  'together.title': 'Das wird gemeinsam gelesen',
  'together.lead': '{name} möchte, dass Aufgehobenes gemeinsam gelesen wird.',
  'together.how':
    'Sucht euch einen Moment, der für euch beide passt. {name} öffnet dieses Gespräch und wählt „Jetzt gemeinsam lesen“. Dann geht es auch hier auf.',
  'together.closed': '{name} kann dieses Gespräch nicht allein lesen.',
  'together.let': 'Jetzt gemeinsam lesen',
  'together.open': 'Solange du das offen hast, kann {name} es auch lesen.',
  'together.close': 'Nicht mehr gemeinsam',
  'together.again': 'Jetzt öffnen',

  'leaving.left':
    '{name} hat diesen Raum am {date} verlassen. Hier beginnt nichts Neues mehr. Was ihr beide aufgehoben habt, kannst du noch lesen, solange es bleibt.',
  'leaving.announced.mine':
    'Du hast angekündigt, dass dieser Raum gelöscht wird: {moment}. Bis dahin kannst du das zurücknehmen.',
  'leaving.announced.theirs':
    '{name} hat angekündigt, dass dieser Raum gelöscht wird: {moment}. Bis dahin kannst du lesen, was ihr beide aufgehoben habt, und es drucken.',
  'leaving.announced.cancel': 'Diesen Raum behalten',
  'leaving.title': 'Verlassen und löschen',
  'leaving.lead': 'Du brauchst keinen Grund, und niemand fragt danach.',
  'leaving.open': 'Was du allein tun kannst',
  'leaving.leave': 'Diesen Raum verlassen',
  'leaving.leave.sure': 'Diesen Raum für immer verlassen?',
  'leaving.leave.means':
    'Du liest hier nichts mehr und kannst nicht zurückkommen. Ein Gespräch, das gerade offen ist, wird nicht aufgehoben.',
  'leaving.leave.stays':
    '{name} liest, dass du gegangen bist, und kann weiter lesen, was ihr beide aufgehoben habt, solange es bleibt.',
  'leaving.leave.erase': 'Auch alle meine Worte hier vernichten',
  'leaving.leave.do': 'Für immer verlassen',
  'leaving.erase': 'Meine Worte überall vernichten',
  'leaving.erase.sure': 'Alles vernichten, was du hier gesagt hast?',
  'leaving.erase.means':
    'Alle deine Worte in allen Gesprächen dieses Raums werden sofort vernichtet, auch was du für dich geschrieben hast, und Entwürfe. Was ihr gemeinsam geschrieben habt, geht mit. Das lässt sich nicht rückgängig machen.',
  'leaving.erase.stays': 'Was {name} gesagt hat, bleibt. {name} liest, dass du deine Worte vernichten ließt, und wann.',
  'leaving.erase.do': 'Meine Worte vernichten',
  'leaving.delete': 'Diesen Raum löschen',
  'leaving.delete.sure': 'Diesen Raum löschen, mit allem darin?',
  'leaving.delete.means':
    'Alle Worte, Texte und Namen von euch beiden werden vernichtet. Das lässt sich nicht rückgängig machen.',
  'leaving.delete.both':
    'Wenn ihr beide einverstanden seid, geschieht es sofort. Dein Einverständnis gilt sieben Tage, und {name} liest es.',
  'leaving.delete.alone':
    'Du kannst es auch allein ankündigen. Dann geschieht es in 14 Tagen, {name} liest das jetzt, und bis dahin kannst du es zurücknehmen.',
  'leaving.delete.agreed': '{name} ist einverstanden. Wenn du weitergehst, wird dieser Raum sofort gelöscht.',
  'leaving.delete.agree': 'Mit dem Löschen einverstanden',
  'leaving.delete.announce': 'Für in 14 Tagen ankündigen',
  'leaving.delete.do': 'Diesen Raum jetzt löschen',
  'leaving.not': 'Nicht jetzt',

  'kept.title': 'Aufgehobene Gespräche',
  'kept.lead': 'Diese wolltet ihr beide aufheben.',
  'kept.empty':
    'Noch ist nichts aufgehoben. Nach einem Gespräch wird jede Person gefragt, und was ihr beide aufhebt, ist hier wieder zu lesen.',
  'kept.with': 'mit {name}',
  'kept.back': 'Zurück in unseren Raum',
  'kept.missing': 'Das ist hier nicht zu lesen',
  'kept.gate.title': 'Öffne es, wenn du so weit bist',
  'kept.gate.lead': '„{guide}“, {date}.',
  'kept.gate.words':
    'In diesem Gespräch wurden Ängste und Verletzungen ausgesprochen, und beim Lesen können sie sich wieder regen. Du kannst es jederzeit schließen und musst es nicht heute lesen.',
  'kept.gate.open': 'Dieses Gespräch öffnen',
  'kept.gate.notNow': 'Jetzt nicht',
  'kept.you': 'du',
  'kept.find': 'Worte in diesem Gespräch finden',
  'kept.find.hint': 'Nur auf dieser Seite. Was du suchst, wird nirgendwohin gesendet.',
  'kept.find.count':
    '{count, plural, =0 {Nichts gefunden} one {An einer Stelle gefunden} other {An # Stellen gefunden}}',
  'kept.landed': 'Was angekommen ist',
  'kept.landed.mark': 'Das ist angekommen',
  'kept.about': 'die Seite von {name}',
  'kept.onlyYou': 'Das siehst nur du',
  'kept.withheld': '{name} wollte diese Worte nicht aufheben. Sie wurden am {date} vernichtet.',
  'kept.passed': '{name} hat diesen Schritt ausgelassen.',
  'kept.paused': 'Eine Pause.',
  'kept.paused.for':
    '{minutes, plural, one {Eine Pause von etwa einer Minute.} other {Eine Pause von etwa # Minuten.}}',
  'kept.stopped': 'Hier habt ihr für heute aufgehört.',
  'kept.number': '{label}: {value} von 10',
  'kept.joint.agreed': 'von beiden so gewollt',
  'kept.joint.proposed': 'vorgeschlagen',
  'kept.together': 'Ihr habt beide geschrieben',
  'kept.list': 'Alle aufgehobenen Gespräche',
  'kept.top': 'Nach oben',
  'kept.print.head': '{title}. Ein Gespräch von {a} und {b} am {date}, von beiden aufgehoben.',
  'kept.print.not': 'Das ist keine Therapie, keine Krankenakte und nicht für Gerichte bestimmt.',
};

import type { enAccount } from './en-account.ts';

/** The German sentences of `en-account`. */
export const deAccount: Record<keyof typeof enAccount, string> = {
  'signIn.title': 'Anmelden',
  'signIn.lead': 'Komm als du selbst zurück. Du brauchst dafür keine Einladung und keine E-Mail-Adresse.',
  'signIn.already': 'Du bist auf diesem Gerät angemeldet. Eine Anmeldung hier unten tritt an ihre Stelle.',
  'signIn.already.account': 'Zu meinem Konto',
  'signIn.passkey.title': 'Mit einem Passkey',
  'signIn.passkey.about': 'Du bestätigst auf deinem Gerät, so wie beim Entsperren. Zu tippen ist nichts.',
  'signIn.passkey': 'Mit einem Passkey anmelden',
  'signIn.passkey.none':
    'Unter dieser Adresse gehen Passkeys nicht: Sie brauchen https, eine Adresse mit einem Namen und einen Browser, der sie kennt.',
  'signIn.password.title': 'Mit Namen und Passwort',
  'signIn.name': 'Anmeldename',
  'signIn.name.missing': 'Schreib bitte deinen Anmeldenamen.',
  'signIn.password': 'Passwort',
  'signIn.password.missing': 'Schreib bitte dein Passwort.',
  'signIn.password.show': 'Passwort zeigen',
  'signIn.password.hide': 'Passwort verbergen',
  'signIn.code': 'Code aus deiner App',
  'signIn.code.hint': 'Nur wenn du eine eingerichtet hast. Sechs Ziffern; sonst lass es leer.',
  'signIn.password.submit': 'Anmelden',
  'signIn.recovery.title': 'Mit einem Notfallcode',
  'signIn.recovery.about': 'Einer der Codes, die du aufgeschrieben hast. Jeder gilt einmal, ein Name ist nicht nötig.',
  'signIn.recovery.code': 'Notfallcode',
  'signIn.recovery.missing': 'Schreib bitte einen deiner Notfallcodes.',
  'signIn.recovery.submit': 'Mit diesem Code anmelden',
  'signIn.none.title': 'Wenn du nie einen Weg zum Anmelden eingerichtet hast',
  'signIn.none':
    'Dann wissen nur deine eigenen Geräte, wer du bist. Nimm deinen Rückweg oder ein anderes Gerät, das noch angemeldet ist.',
  'signIn.shared': 'Auf einem Gerät, das andere mitbenutzen, melde dich danach mit „Schnell weg“ ab.',

  'ended.title': 'Du wurdest abgemeldet',
  'ended.lead': 'Was du geschrieben hast, ist aufgehoben. Melde dich an, dann geht es da weiter, wo du warst.',
  'ended.why':
    'Damit deine Worte bei dir bleiben, wird ein Gerät nach 30 Minuten ohne Benutzung abgemeldet, oder nach 12 Stunden. In einem laufenden Gespräch gilt beides nicht. Vielleicht hast du dich auch von einem anderen deiner Geräte aus abgemeldet.',
  'ended.signIn': 'Anmelden',
  'ended.devices': 'Ohne einen Weg zum Anmelden nimm deinen Rückweg oder ein anderes deiner Geräte.',

  'account.title': 'Dein Konto',
  'account.lead.guest': 'Du bist auf diesem Gerät als Gast.',
  'account.lead.member': 'Deine Wege herein, und wo du angemeldet bist. Diese Seite siehst nur du.',
  'account.guest':
    'Nur dieses Gerät weiß, wer du bist. Wenn du dich abmeldest, es verlierst oder seinen Browser leerst, kommst du nicht als du selbst zurück. Richte unten einen Weg zum Anmelden ein; du bleibst dieselbe Person, in denselben Räumen.',
  'account.lead-needs.title': 'Bevor du ein Paar begleitest',
  'account.lead-needs':
    'Wer ein Paar begleitet, meldet sich mit einem Passkey an, oder mit einem Passwort und einem Code aus einer App. Richte bitte eines davon unten ein.',
  'account.lead-needs.again':
    'Du hast, was es braucht. Melde dich noch einmal mit deinem Passkey an, oder mit Passwort und Code.',
  'account.next.second':
    'Du hast einen Weg herein. Richte einen zweiten ein oder Notfallcodes, damit du nicht draußen stehst, wenn er verloren geht.',
  'account.unreachable': 'Dein Konto lässt sich gerade nicht zeigen. Versuche es bitte gleich noch einmal.',

  'account.stepUp.title': 'Bestätige bitte, dass du es bist',
  'account.stepUp.about': 'Deine letzte Anmeldung ist mehr als fünf Minuten her. Danach geht es von selbst weiter.',
  'account.stepUp.passkey': 'Mit einem Passkey bestätigen',
  'account.stepUp.password': 'Bestätigen',
  'account.stepUp.cancel': 'Jetzt nicht',
  'account.stepUp.code.missing': 'Schreib bitte den Code, den deine App jetzt zeigt.',

  'account.passkeys': 'Passkeys',
  'account.passkeys.about':
    'Der sicherste Weg und der einfachste: Dein Gerät oder dein Passwortmanager bewahrt ihn auf, und zu erraten gibt es nichts. Bewahre ihn dort auf, wo dein Gegenüber ihn nicht entsperren kann.',
  'account.passkeys.none': 'Du hast noch keinen.',
  'account.passkeys.made': 'Eingerichtet am {date}',
  'account.passkeys.add': 'Passkey einrichten',
  'account.passkeys.added': 'Der Passkey ist eingerichtet.',

  'account.remove': 'Entfernen',
  'account.remove.named': '{what} entfernen',
  'account.remove.sure':
    'Wenn dich sonst wenig hereinlässt, wartet das 72 Stunden und kann auf jedem deiner Geräte abgebrochen werden.',
  'account.remove.yes': 'Ja, entfernen',
  'account.remove.no': 'Behalten',
  'account.removed': 'Entfernt.',

  'account.password': 'Name und Passwort',
  'account.password.about': 'Für Geräte ohne Passkey. Der Name dient nur der Anmeldung; sonst sieht ihn niemand.',
  'account.password.is': 'Dein Anmeldename ist {name}.',
  'account.password.name': 'Anmeldename',
  'account.password.name.hint':
    'Mindestens drei Zeichen. Es muss weder dein echter Name noch eine E-Mail-Adresse sein.',
  'account.password.name.missing': 'Wähle bitte einen Namen mit mindestens drei Zeichen.',
  'account.password.new': 'Neues Passwort',
  'account.password.new.hint':
    'Mindestens zehn Zeichen. Ein paar Wörter ohne Zusammenhang sind leicht zu merken und schwer zu erraten.',
  'account.password.add': 'Namen und Passwort festlegen',
  'account.password.change': 'Ändern',
  'account.password.save': 'Speichern',
  'account.password.cancel': 'Jetzt nicht',
  'account.password.saved': 'Dein Name und dein Passwort sind gespeichert.',
  'account.password.enough': 'Dieses Passwort ist stark genug.',
  'account.password.what': 'Das Passwort',
  'password.too-short': 'Noch zu kurz: mindestens zehn Zeichen.',
  'password.has-the-name': 'Dein Anmeldename steckt darin. Nimm etwas anderes.',
  'password.too-common': 'Dieses benutzen viele. Nimm Wörter, die niemand zusammen erwartet.',
  'password.easy-pattern': 'Es folgt einem Muster, das leicht zu erraten ist. Nimm Wörter ohne Zusammenhang.',
  'password.more-words': 'Noch leicht zu erraten. Nimm ein, zwei Wörter dazu.',

  'account.totp': 'Code aus einer App',
  'account.totp.about':
    'Eine Authenticator-App auf deinem Handy zeigt sechs Ziffern. Dann lässt dein Passwort allein niemanden herein.',
  'account.totp.on': 'Wer sich mit deinem Passwort anmeldet, wird nach einem Code aus deiner App gefragt.',
  'account.totp.add': 'App einrichten',
  'account.totp.scan':
    'Scanne das mit deiner Authenticator-App oder kopiere den Schlüssel hinein. Schreib dann die sechs Ziffern, die sie zeigt.',
  'account.totp.qr': 'QR-Code für deine Authenticator-App. Der Schlüssel darunter sagt dasselbe.',
  'account.totp.key': 'Schlüssel für die App',
  'account.totp.code': 'Sechs Ziffern',
  'account.totp.code.missing': 'Schreib bitte die sechs Ziffern, die die App zeigt.',
  'account.totp.save': 'Einschalten',
  'account.totp.added': 'Ab jetzt fragt dein Passwort nach einem Code.',
  'account.totp.what': 'Die App',

  'account.recovery': 'Notfallcodes',
  'account.recovery.about':
    'Zehn Codes für den Tag, an dem nichts anderes zur Hand ist. Jeder lässt dich einmal herein. Bewahre sie auf Papier auf, wo nur du hinschaust.',
  'account.recovery.left': '{count, plural, =0 {Du hast keine.} one {# Code ist übrig.} other {# Codes sind übrig.}}',
  'account.recovery.make': 'Notfallcodes machen',
  'account.recovery.anew': 'Neue machen',
  'account.recovery.anew.about': 'Neue treten an die Stelle der alten.',
  'account.recovery.once': 'Sie werden nur jetzt gezeigt. Schreib sie ab oder drucke sie, dann schließe das hier.',
  'account.recovery.from': 'Sie gelten ab {moment}. Bis dahin gelten die alten.',
  'account.recovery.list': 'Deine Notfallcodes',
  'account.recovery.print': 'Drucken',
  'account.recovery.done': 'Ich habe sie aufbewahrt',
  'account.recovery.what': 'Die Notfallcodes',

  'account.pending': 'Eine Änderung wartet',
  'account.pending.about': 'Wenn das nicht von dir kam, brich es ab: Vielleicht hat jemand anderes dein Gerät benutzt.',
  'account.pending.passkey': 'Der Passkey „{label}“ wird entfernt: {moment}.',
  'account.pending.password': 'Dein Name und dein Passwort werden entfernt: {moment}.',
  'account.pending.totp': 'Der Code aus deiner App wird entfernt: {moment}.',
  'account.pending.recovery': 'Deine Notfallcodes werden entfernt: {moment}.',
  'account.pending.new-recovery': 'Neue Notfallcodes gelten ab {moment}.',
  'account.pending.cancel': 'Diese Änderung abbrechen',
  'account.pending.cancelled': 'Die Änderung ist abgebrochen. Alles bleibt, wie es war.',

  'sessions.title': 'Wo du angemeldet bist',
  'sessions.about': 'Wenn du etwas davon nicht kennst, melde es ab und ändere deine Wege herein.',
  'sessions.here': 'dieses Gerät',
  'sessions.seen': 'Zuletzt benutzt: {moment}',
  'sessions.began': 'Angemeldet: {moment}',
  'sessions.guest': 'bleibt ohne Nachfrage angemeldet',
  'sessions.end': 'Abmelden',
  'sessions.end.named': '{device} abmelden',
  'sessions.endOthers': 'Alle anderen abmelden',
  'sessions.ended': 'Abgemeldet.',
  'sessions.ended.others': 'Alle anderen Geräte sind abgemeldet.',
  'sessions.factorsChanged':
    'Deine Wege herein haben sich geändert. Melde deine anderen Geräte ab, wenn du nicht bei jedem sicher bist.',
  'sessions.offer': 'Deine anderen Geräte abmelden?',
  'sessions.offer.about':
    '{count, plural, one {Du hast geändert, wie du dich anmeldest. Ein anderes Gerät ist noch als du angemeldet.} other {Du hast geändert, wie du dich anmeldest. # andere Geräte sind noch als du angemeldet.}}',
  'sessions.offer.why': 'Melde sie ab, wenn du nicht bei jedem sicher bist.',
  'sessions.offer.no': 'Angemeldet lassen',
  'sessions.out': 'Auf diesem Gerät abmelden',
  'sessions.out.sure':
    'Sonst lässt dich nichts als du selbst zurück. Richte erst einen Weg zum Anmelden ein oder mach dir einen Rückweg.',
  'sessions.out.yes': 'Trotzdem abmelden',
  'sessions.out.no': 'Bleiben',
  'account.devices': 'Ein anderes Gerät oder ein Rückweg',
};

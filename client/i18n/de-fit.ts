import type { enFit } from './en-fit.ts';

/** The German sentences of the private questions. */
export const deFit: Record<keyof typeof enFit, string> = {
  'fit.title': 'Ein paar persönliche Fragen',
  'fit.only': 'Nur du siehst deine Antworten. Dein Gegenüber sieht sie nie, eine Begleitung auch nicht.',
  'fit.lead':
    'Vor dem ersten Gespräch könnt ihr jeweils allein ein paar Fragen beantworten. Lass weg, was du möchtest. Niemand erfährt, was du geantwortet hast.',
  'fit.alone': 'Kann jemand deinen Bildschirm sehen? Dann mach das ein andermal, wenn möglich auf einem anderen Gerät.',
  'fit.what':
    'Die tiefen Gespräche brauchen eine Begleitung, bis ihr beide, jeweils allein, den Weg frei gemacht habt. Öffnen sie sich, könnt ihr beide das sehen. Eine ausgelassene Frage lässt alles, wie es ist, so wie vieles andere auch.',
  'fit.kept':
    'Was du antwortest, wird nicht aufgehoben: nur, wann das war und ob es den Weg frei macht. Von Zeit zu Zeit wird neu gefragt.',
  'fit.begin': 'Mit den Fragen beginnen',
  'fit.again': 'Neu beantworten',
  'fit.clear': 'Meine Antworten entfernen',
  'fit.cleared': 'Deine Antworten sind entfernt.',
  'fit.step': 'Frage {n} von {of}',
  'fit.next': 'Weiter',
  'fit.finish': 'Fertig',
  'fit.skip': 'Diese Frage auslassen',
  'fit.back': 'Zurück',
  'fit.choose': 'Wähle etwas, oder lass die Frage aus.',
  'fit.answer.no': 'Nein',
  'fit.answer.sometimes': 'Manchmal',
  'fit.answer.yes': 'Ja',
  'fit.answer.rather-not': 'Das möchte ich nicht sagen',
  'fit.ask.afraid': 'Hast du manchmal Angst vor deinem Gegenüber?',
  'fit.ask.hurt': 'Hat jemand von euch die andere Person geschlagen, gestoßen, festgehalten oder bedroht?',
  'fit.ask.control':
    'Bestimmt dein Gegenüber, wen du siehst, wohin du gehst oder wofür du Geld ausgibst, oder liest es gegen deinen Willen dein Telefon?',
  'fit.ask.afterwards': 'Musst du später dafür büßen, wenn du etwas Schweres sagst?',
  'fit.ask.pushed': 'Bist du hier, weil du das Gefühl hast, du musst?',
  'fit.ask.still-on': 'Gibt es gerade noch eine Affäre, von dir oder von deinem Gegenüber?',
  'fit.ask.crisis':
    'Ist jemand von euch gerade in einer Krise: Gedanken ans Sterben oder daran, jemandem etwas anzutun, oder Alkohol oder Drogen, die außer Kontrolle sind?',
  'fit.ask.court': 'Gibt es eine gerichtliche Anordnung über euren Kontakt, oder ist jemand von euch unter 18?',
  'fit.ask.facilitator': 'Möchtest du bei den tiefen Gesprächen lieber eine Begleitung dabeihaben?',
  'fit.done.title': 'Das ist alles',
  'fit.done.lead': 'Danke, dass du dir die Zeit genommen hast. Nichts davon geht an irgendjemanden.',
  'fit.done.anytime': 'Du kannst jederzeit zu diesen Fragen zurückkommen. Hilfe steht oben auf jeder Seite.',
  'fit.room': 'Zurück zum Raum',
  'fit.help.title': 'Hier braucht etwas zuerst Fürsorge',
  'fit.help.lead':
    'Manches von dem, was du geantwortet hast, spricht dafür, dass solche Gespräche gerade nicht das Richtige für dich sind. Das ist kein Urteil, und nichts davon ist deine Schuld.',
  'fit.help.lines': 'Menschen, mit denen du reden kannst',
  'fit.help.trace': 'Keine Spuren hinterlassen',
  'fit.help.trace.history':
    'Dieser Besuch bleibt im Verlauf deines Browsers. Sicherer ist ein privates Fenster oder das Gerät von jemandem, dem du vertraust.',
  'fit.help.trace.quick': '„Schnell weg“ bringt dich sofort weg. Den Verlauf löscht es nicht.',
  'fit.help.trace.about': 'Wie „Schnell weg“ funktioniert',
  'fit.help.tell': 'Jemand, der dir hilft',
  'fit.help.tell.words':
    'Wenn euch jemand begleitet, kannst du es sagen oder nicht. In einem offenen Gespräch kannst du der Begleitung allein schreiben. Von selbst wird nichts weitergegeben.',
  'fit.help.tell.to': '{name} etwas sagen',
  'fit.offer.title': 'Vor eurem ersten Gespräch: ein paar persönliche Fragen',
  'fit.offer.about': 'Nur für dich. Dein Gegenüber sieht deine Antworten nie.',
  'fit.offer.go': 'Die Fragen ansehen',
  'fit.quiet': 'Persönliche Fragen, nur für dich',
  'fit.lock':
    'Dieses Gespräch braucht vorerst eine Begleitung. Dafür gibt es viele Gründe, und niemand erfährt, welcher es ist.',
  'fit.lock.about':
    'Das ist zuerst bei jedem Paar so, und von Zeit zu Zeit wieder. Für jede Person gibt es eigene, persönliche Fragen.',
  'notNow.title': 'Wann das jetzt nichts für dich ist',
  'notNow.lead':
    'Solche Gespräche können zwei Menschen helfen, die miteinander sicher sind. Manchmal kommt etwas anderes zuerst.',
  'notNow.list': 'Bitte nutze es jetzt nicht, wenn',
  'notNow.fear': 'du Angst vor deinem Gegenüber hast oder für das büßen musst, was du sagst',
  'notNow.violence': 'jemand von euch die andere Person verletzt, bedroht oder kontrolliert',
  'notNow.affair': 'es gerade noch eine Affäre gibt',
  'notNow.crisis':
    'jemand von euch in einer Krise ist, oder Alkohol oder Drogen außer Kontrolle sind und niemand das behandelt',
  'notNow.court': 'eine gerichtliche Anordnung den Kontakt zwischen euch einschränkt',
  'notNow.minor': 'jemand von euch unter 18 ist',
  'notNow.pushed': 'dich jemand dazu drängt',
  'notNow.instead': 'Was stattdessen helfen kann',
  'notNow.instead.words':
    'Ein Hilfetelefon, eine ärztliche Praxis oder eine Therapie, zu der du allein gehst. Dort weiß man, was möglich ist, und du bestimmst, wie schnell.',
  'notNow.help': 'Zur Hilfe',
  'notNow.free':
    'Niemand muss beitreten, antworten oder bleiben. Du kannst jederzeit aufhören und brauchst keinen Grund.',
};

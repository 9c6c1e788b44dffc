import { i18n } from '@lingui/core';

/**
 * English sentences of the private questions, of the help after a worrying answer, and of who should not use this now. Apart from
 * `en`, so that nobody waits for them elsewhere; whatever shows one of them imports this module.
 */
export const enFit = {
  'fit.title': 'Some private questions',
  'fit.only': 'Only you see your answers. Your partner never does, nor does a facilitator.',
  'fit.lead':
    'Before the first talk each of you can answer a few questions alone. Leave out whatever you like. Nobody is told what you answered.',
  'fit.alone': 'Is anybody able to see your screen? Then do this another time, on another device if you can.',
  'fit.what':
    'The deep talks need a facilitator until both of you, each alone, have cleared the way. Once they open, both of you can see that they did. A skipped question leaves them as they are, like many other things.',
  'fit.kept':
    'What you answer is not kept. Kept is only when you answered, and whether it clears the way. You are asked anew from time to time.',
  'fit.begin': 'Begin the questions',
  'fit.again': 'Answer them anew',
  'fit.clear': 'Remove my answers',
  'fit.cleared': 'Your answers are removed.',
  'fit.step': 'Question {n} of {of}',
  'fit.next': 'Next',
  'fit.finish': 'Finish',
  'fit.skip': 'Skip this question',
  'fit.back': 'Back',
  'fit.choose': 'Choose one, or skip.',
  'fit.answer.no': 'No',
  'fit.answer.sometimes': 'Sometimes',
  'fit.answer.yes': 'Yes',
  'fit.answer.rather-not': 'I would rather not say',
  'fit.ask.afraid': 'Are you ever afraid of your partner?',
  'fit.ask.hurt': 'Has one of you hit, pushed, held down or threatened the other?',
  'fit.ask.control':
    'Does your partner decide whom you see, where you go or what you spend, or look through your phone against your will?',
  'fit.ask.afterwards': 'When you say something hard, do you have to pay for it later?',
  'fit.ask.pushed': 'Are you here because you feel you must be?',
  'fit.ask.still-on': 'Is an affair still going on, yours or your partner’s?',
  'fit.ask.crisis':
    'Is one of you in a crisis now: thoughts of dying or of harming somebody, or drink or drugs that are out of hand?',
  'fit.ask.court': 'Is there a court order about contact between you, or is one of you under 18?',
  'fit.ask.facilitator': 'For the deep talks, would you rather have a facilitator with you?',
  'fit.done.title': 'That is all',
  'fit.done.lead': 'Thank you for taking the time. Nothing of it goes to anybody.',
  'fit.done.anytime': 'You can come back to these questions at any time. Help is at the top of every page.',
  'fit.room': 'Back to the room',
  'fit.help.title': 'Something here deserves care first',
  'fit.help.lead':
    'Some of what you answered tells us that talks like these may not be right for you now. It is not a verdict, and nothing is your fault.',
  'fit.help.lines': 'People you can talk to',
  'fit.help.trace': 'Leave no trace',
  'fit.help.trace.history':
    'This visit stays in the history of your browser. A private window, or the device of somebody you trust, is safer.',
  'fit.help.trace.quick': 'Leave quickly takes you away at once. It does not erase the history.',
  'fit.help.trace.about': 'How Leave quickly works',
  'fit.help.tell': 'Somebody who helps you',
  'fit.help.tell.words':
    'If a facilitator is with you, you can tell them, or not. In an open talk there is a way to write to them alone. Nothing is passed on by itself.',
  'fit.help.tell.to': 'Tell {name}',
  'fit.offer.title': 'Before your first talk: a few private questions',
  'fit.offer.about': 'For you alone. Your partner never sees your answers.',
  'fit.offer.go': 'Look at the questions',
  'fit.quiet': 'Private questions, for you alone',
  'fit.lock': 'This talk needs a facilitator for now. There are many reasons for that, and nobody is told which.',
  'fit.lock.about':
    'It is so for every couple at first, and again from time to time. Each of you has private questions of your own.',
  'notNow.title': 'When this is not for you now',
  'notNow.lead':
    'Talks like these can help two people who are safe with each other. Sometimes something else comes first.',
  'notNow.list': 'Please do not use it now if',
  'notNow.fear': 'you are afraid of your partner, or have to pay for what you say',
  'notNow.violence': 'one of you hurts, threatens or controls the other',
  'notNow.affair': 'an affair is still going on',
  'notNow.crisis': 'one of you is in a crisis, or drink or drugs are out of hand and nobody treats it',
  'notNow.court': 'a court order limits contact between you',
  'notNow.minor': 'one of you is under 18',
  'notNow.pushed': 'somebody presses you to take part',
  'notNow.instead': 'What may help instead',
  'notNow.instead.words':
    'A helpline, a doctor, or a therapist whom you see alone. They know what can be done, and you decide how fast.',
  'notNow.help': 'Go to help',
  'notNow.free': 'Nobody has to join, answer or stay. You can stop at any time and need no reason.',
} as const satisfies Record<string, string>;

i18n.load('en', enFit);

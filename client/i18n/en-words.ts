import { i18n } from '@lingui/core';

/**
 * English sentences of what becomes of words later: consents, how long talks stay, taking back, leaving and deleting. Apart from
 * `en`, so that nobody waits for them on the start page or in a talk; whatever shows one of them imports this module.
 */
export const enWords = {
  'changes.consent.look-back-alone': '{by} agreed that kept talks are read alone, too.',
  'changes.consent.full-export': '{by} agreed that whole talks are taken out, until {moment}.',
  'changes.consent.delete-space': '{by} agreed to delete this room, until {moment}.',
  'changes.withdrawn.look-back-alone': '{by} would like kept talks to be read together only.',
  'changes.withdrawn.full-export': '{by} took back that whole talks are taken out.',
  'changes.withdrawn.delete-space': '{by} took back that this room is deleted.',
  'changes.exported': '{by} took out what you both agreed to.',
  'changes.retention': '{by} would like kept talks to stay for {days, plural, one {# day} other {# days}}.',
  'changes.announced': 'The talk of {date} ends {moment}: its words are destroyed then.',
  'changes.expired': 'The words of the talk of {date} were destroyed. Its time was over.',
  'changes.partner-left': '{name} left this room for good.',
  'changes.erased': '{by} had all of their own words destroyed.',
  'changes.deletion': '{by} announced that this room is deleted: {moment}.',
  'changes.deletion-cancelled': '{by} took back that this room is deleted.',
} as const satisfies Record<string, string>;

i18n.load('en', enWords);

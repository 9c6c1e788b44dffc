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
};

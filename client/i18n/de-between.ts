import { DE_STUCK, type GuideTexts } from './de-guide-parts.ts';

/** German texts of the steps that are put in between, by the ids of shared/guides/between.ts. */
const GOES_ON = 'Danach geht das Gespräch da weiter, wo es war.';

export const deBetween: GuideTexts = {
  'settle.purpose': 'Zur Ruhe kommen, ihr beide, bevor es weitergeht.',
  'settle.prompt': 'Sechs langsame Atemzüge, im selben Tempo.',
  'settle.hint': `Vier zählen ein, sechs aus. Etwa eine Minute. ${GOES_ON}`,
  'settle.listening': 'Dein Gegenüber atmet auch.',
  'settle.choice.arrived': 'Ich bin angekommen',
  'mirror.purpose': 'Noch einmal wiedergeben, was du gehört hast.',
  'mirror.prompt': 'Sag noch einmal mit deinen Worten, was bei dir angekommen ist.',
  'mirror.hint': GOES_ON,
  'mirror.listening': 'Dein Gegenüber gibt noch einmal wieder, was angekommen ist.',
  'mirror.starter.0': 'Bei mir ist angekommen, dass …',
  'mirror.starter.1': 'Im Kern geht es wohl darum, dass …',
  'mirror.starter.2': DE_STUCK,
  'tell.purpose': 'Es einander sagen, statt übereinander zu reden.',
  'tell.prompt': 'Wende dich deinem Gegenüber zu und sag es direkt.',
  'tell.hint': `Ein, zwei Sätze genügen. ${GOES_ON}`,
  'tell.listening': 'Dein Gegenüber sagt dir etwas. Du musst noch nichts antworten.',
  'tell.starter.0': 'Ich möchte, dass du weißt, …',
  'tell.starter.1': 'Wenn ich dich jetzt ansehe, …',
  'tell.starter.2': DE_STUCK,
  'floor.purpose': 'Sagen, was gerade da ist.',
  'floor.prompt': 'Was ist bei dir da, gerade jetzt?',
  'floor.hint': GOES_ON,
  'floor.listening': 'Dein Gegenüber hat für einen Moment das Wort. Danach geht das Gespräch da weiter, wo es war.',
  'floor.starter.0': 'Gerade jetzt …',
  'floor.starter.1': 'Ich merke, …',
  'floor.starter.2': DE_STUCK,
};

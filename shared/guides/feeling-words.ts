/** Words for what stirs, to pick from while writing; translated under `talk.feeling.<word>`. */
export const FEELING_WORDS = [
  'afraid', 'alone', 'ashamed', 'angry', 'betrayed', 'bitter', 'calm', 'confused', 'curious', 'disgusted', 'empty',
  'exposed', 'grateful', 'grieving', 'guilty', 'helpless', 'hopeful', 'hurt', 'jealous', 'longing', 'lost', 'loved',
  'numb', 'overwhelmed', 'proud', 'relieved', 'remorseful', 'sad', 'safe', 'small', 'stuck', 'tender', 'torn', 'unseen',
  'warm', 'wary',
] as const;

export type FeelingWord = (typeof FEELING_WORDS)[number];

/**
 * Short ways to calm a body during a pause (PAUSE 3), each done alone. Texts are the English source; other languages
 * translate them by id: `guide.settle.<exercise id>.title`, `.about` and `.step.<n>` (n from 0).
 */
export type SettleExercise = {
  id: string;
  title: string;
  about: string;
  steps: readonly string[];
  /** Paced breathing in seconds, where the exercise has a pace. */
  breath?: { inSec: number; outSec: number; times: number };
};

/** In the order they are offered: the first two in sight, the others folded. */
export const SETTLE_LIBRARY: readonly SettleExercise[] = [
  {
    id: 'long-out-breath',
    title: 'Long out-breath',
    about: 'In for four, out for six. About two minutes.',
    steps: [
      'Let your shoulders drop. Breathe in through your nose, counting to four.',
      'Breathe out slowly, as if through a straw, counting to six.',
      'Ten times, or as many as feel good. If you get dizzy, breathe as you usually do.',
    ],
    breath: { inSec: 4, outSec: 6, times: 10 },
  },
  {
    id: 'five-senses',
    title: 'Five, four, three, two, one',
    about: 'Your senses bring you back into this room.',
    steps: [
      'Find five things you can see.',
      'Find four things you can touch. Touch one of them.',
      'Find three things you can hear.',
      'Find two things you can smell, or two smells you like.',
      'Find one thing you can taste. A sip of water counts.',
    ],
  },
  {
    id: 'three-anchors',
    title: 'Three anchors',
    about: 'Feet, seat, one sound.',
    steps: [
      'Feel your feet. The floor carries them.',
      'Feel what you sit on. Let it hold your weight.',
      'Choose one sound and follow it until it changes.',
    ],
  },
  {
    id: 'look-around',
    title: 'Look around',
    about: 'Three things that show it is today.',
    steps: [
      'Turn your head slowly and let your eyes travel through the room.',
      'Name three things that show it is today: a date, the light, what you are wearing.',
      'Say to yourself: that was then, this is now.',
    ],
  },
  {
    id: 'cold-and-warm',
    title: 'Cold and warm',
    about: 'Hold a cup and notice it.',
    steps: [
      'Take a cup with something warm, or something cool, in both hands.',
      'Say how warm or cold it is, and where you feel that most.',
      'Take a slow sip and follow it all the way down.',
    ],
  },
  {
    id: 'hand-on-heart',
    title: 'Hand on your heart',
    about: 'One slow minute.',
    steps: [
      'Lay a hand on your heart, or wherever it feels kind.',
      'Feel its warmth and its weight, and your breath moving under it.',
      'Say something to yourself that you would say to a friend.',
    ],
  },
  {
    id: 'wake-up',
    title: 'If you feel numb or far away',
    about: 'Press, stand, stretch.',
    steps: [
      'Press both feet into the floor, hard, for a slow count of five. Let go.',
      'Stand up. Feel how your legs carry you.',
      'Stretch your arms wide and look at something far away.',
    ],
  },
];

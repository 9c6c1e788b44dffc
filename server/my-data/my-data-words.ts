export type MyDataLanguage = 'en' | 'de';

/** What the page of somebody's data says around their own words. */
export const MY_DATA_WORDS: Record<
  MyDataLanguage,
  Record<'title' | 'room' | 'none' | 'destroyed' | 'draft' | 'notes' | 'progress' | 'did' | 'about', string> & {
    isAndIsNot: readonly string[];
  }
> = {
  en: {
    title: 'What is yours in Turnward',
    room: 'Room',
    none: 'Nothing of yours is here.',
    destroyed: 'Destroyed. That something was here stays; what it said is gone.',
    draft: 'Not shared yet',
    notes: 'Your own notes',
    progress: 'Your progress note',
    did: 'What you did in this room',
    about: 'What this is, and what it is not',
    isAndIsNot: [
      'What you said, wrote and did, and no word of anybody else. Words that you and your partner wrote together are in the record that you both keep, not here.',
      'It is not therapy, not emergency care, and not made for use in court. Whoever opens this file can read it: keep it where only you do.',
    ],
  },
  de: {
    title: 'Was in Turnward von dir ist',
    room: 'Raum',
    none: 'Hier ist nichts von dir.',
    destroyed: 'Vernichtet. Dass hier etwas war, bleibt; was es sagte, ist weg.',
    draft: 'Noch nicht geteilt',
    notes: 'Deine eigenen Notizen',
    progress: 'Deine Verlaufsnotiz',
    did: 'Was du in diesem Raum getan hast',
    about: 'Was dies ist und was nicht',
    isAndIsNot: [
      'Was du gesagt, geschrieben und getan hast, und kein Wort von jemand anderem. Was ihr zusammen geschrieben habt, steht in dem, was ihr beide aufbewahrt, nicht hier.',
      'Dies ist keine Therapie, kein Notdienst und nicht für die Verwendung vor Gericht gemacht. Wer diese Datei öffnet, kann sie lesen: Bewahre sie dort auf, wo nur du sie öffnest.',
    ],
  },
};

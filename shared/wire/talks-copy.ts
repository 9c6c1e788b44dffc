export type CopyLanguage = 'en' | 'de';
export type CopyForm = 'json' | 'markdown' | 'html';

/** What is asked for: one kept talk, or all of them where `about` is absent. */
export type TakeOut = { about?: string; form: CopyForm; language: CopyLanguage };

/**
 * CO7. Whole talks as they are taken out, in the JSON form with `seal` after all else (CO8). Times are ms since 1970; names are first
 * names. The layout has a version of its own, so that a program can read a file years later.
 */
export type TalksCopy = {
  layout: 1;
  /** Random: the seal of a copy tells nothing of its words to whoever does not have the copy. */
  number: string;
  takenOut: { by: string; at: number };
  /** The two, with when each agreed and until when; null for a practice partner, who agrees to everything. */
  agreed: { name: string; at: number | null; until: number | null }[];
  /** What it is, what it is not (R24), and what the seal proves. */
  about: readonly string[];
  talks: CopiedTalk[];
};

export type CopiedTalk = {
  conversationId: string;
  guideId: string;
  title: string;
  openedAt: number;
  sections: CopiedSection[];
};

/** A stretch of one line of the guide’s outline. `side`: whose it was about, where the guide knows one. */
export type CopiedSection = { title: string; side: string | null; lines: CopiedLine[] };

/** `who` is null where `what` is a whole sentence. `instead`: why there are no words here any more, or none to show. */
export type CopiedLine = {
  at: number;
  who: string | null;
  what: string;
  said?: { label: string | null; text: string }[];
  choice?: string;
  instead?: string;
  notes?: CopiedLine[];
};

import { guideById } from '@turnward/shared/guides/all-guides.ts';
import type { NoteSentences } from '@turnward/shared/notes/note-lines.ts';
import { listed } from '../../i18n/listed.ts';
import { type guideText, type Translate, useGuideText, useText } from '../../i18n/text.ts';
import { type Times, useTimes } from '../../i18n/times.ts';

type Words = {
  t: Translate;
  g: typeof guideText;
  times: Times;
  /** Several names as a person would say them. */
  names: typeof listed;
  guideId: string;
};

/** The sentences that a draft is written in, in the language of the page, for a talk of this guide. */
export function useSentences(guideId: string): NoteSentences {
  return sentencesIn({ t: useText(), g: useGuideText(), times: useTimes(), names: listed, guideId });
}

export function sentencesIn({ t, g, times, names, guideId }: Words): NoteSentences {
  const titleOf = (id: string) => g(id, 'title', guideById(id)?.title ?? '');
  const stepOf = (outline: string) =>
    g(guideId, `outline.${outline}`, guideById(guideId)?.outline.find(({ id }) => id === outline)?.title ?? '');
  const lasted = (minutes: number) => t('note.minutes', { minutes });
  return {
    talk: ({ guideId: id, from, to, minutes }) =>
      t('note.line.talk', {
        guide: titleOf(id),
        date: times.date(from),
        from: times.clock(from),
        to: times.clock(to),
        lasted: lasted(minutes),
      }),
    'not-begun': ({ guideId: id, opened }) =>
      t('note.line.not-begun', { guide: titleOf(id), date: times.date(opened) }),
    attended: ({ who }) => t('note.line.attended', { who: names(who) }),
    observed: ({ who }) => t('note.line.observed', { who: names(who) }),
    led: ({ who }) => t('note.line.led', { who: names(who) }),
    'line-lost': ({ times: count }) => t('note.line.line-lost', { count }),
    step: ({ outline, minutes }) => t('note.line.step', { step: stepOf(outline), lasted: lasted(minutes) }),
    inserted: ({ what, to }) => t(`note.line.inserted.${what}`, { name: to ?? '' }),
    act: ({ act, times: count }) => t(`note.line.act.${act}`, { count }),
    pause: ({ why, from, minutes }) =>
      t(`note.line.pause.${why}`, { from: times.clock(from), lasted: lasted(minutes) }),
    ratings: ({ who, ratings }) =>
      t('note.line.ratings', {
        who,
        ratings: ratings
          .map(({ outline, stirred }) =>
            outline === null
              ? t('note.rating.return', { stirred })
              : t('note.rating.step', { stirred, step: stepOf(outline) }),
          )
          .join(', '),
      }),
    ended: ({ reason, kept }) => t(`note.line.ended.${reason}`, { kept: kept ? 'yes' : 'no' }),
    homework: ({ guideId: id }) => t('note.line.homework', { guide: titleOf(id) }),
    meeting: ({ at }) => t('note.line.meeting', { moment: times.moment(at) }),
  };
}

import '../../i18n/en-words.ts';
import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Change } from './changes-view.ts';

/** What changed here, as a sentence with the name of who did it. */
export function useChangeWords(names: Record<string, string>): (change: Change) => string {
  const t = useText();
  const guideText = useGuideText();
  const { date, moment } = useTimes();
  const nameOf = (memberId: string) => names[memberId] ?? t('request.unnamed');
  return (change) => {
    switch (change.what) {
      case 'invited':
      case 'revoked':
        return t(`changes.${change.what}.${change.role}`, { by: nameOf(change.by) });
      case 'founded':
      case 'joined':
      case 'thawed':
      case 'left':
        return t(`changes.${change.what}`, { name: nameOf(change.who) });
      case 'proposed':
        return t(`changes.proposed.${change.role}`, { name: nameOf(change.who) });
      case 'declined':
      case 'frozen':
      case 'ended':
        return t(`changes.${change.what}`, { by: nameOf(change.by), name: nameOf(change.who) });
      case 'meeting':
        return change.moment === null
          ? t('changes.meeting.none', { by: nameOf(change.by) })
          : t('changes.meeting', { by: nameOf(change.by), moment: moment(change.moment) });
      case 'homework': {
        if (change.guideId === null) return t('changes.homework.none', { by: nameOf(change.by) });
        const guide = guideText(change.guideId, 'title', guideById(change.guideId)?.title ?? change.guideId);
        return t('changes.homework', { by: nameOf(change.by), guide });
      }
      case 'consent': {
        const until = change.until === null ? '' : moment(change.until);
        return t(`changes.consent.${change.to}`, { by: nameOf(change.by), moment: until });
      }
      case 'withdrawn':
        return t(`changes.withdrawn.${change.to}`, { by: nameOf(change.by) });
      case 'exported':
      case 'erased':
      case 'deletion-cancelled':
        return t(`changes.${change.what}`, { by: nameOf(change.by) });
      case 'retention':
        return t('changes.retention', { by: nameOf(change.by), days: change.days });
      case 'announced':
        return t('changes.announced', { date: date(change.talk), moment: moment(change.moment) });
      case 'expired':
        return t('changes.expired', { date: date(change.talk) });
      case 'partner-left':
        return t('changes.partner-left', { name: nameOf(change.who) });
      case 'deletion':
        return t('changes.deletion', { by: nameOf(change.by), moment: moment(change.moment) });
    }
  };
}

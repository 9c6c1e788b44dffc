import { guideById } from '@turnward/shared/guides/all-guides.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import type { Change } from './changes-view.ts';

/** What changed here, as a sentence with the name of who did it. */
export function useChangeWords(names: Record<string, string>): (change: Change) => string {
  const t = useText();
  const guideText = useGuideText();
  const { moment } = useTimes();
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
    }
  };
}

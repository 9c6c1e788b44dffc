import { otherSeat } from '@turnward/shared/kernel/stream.ts';
import { CONSENT_VERSIONS, consented, consentOf } from '@turnward/shared/space/consents.ts';
import { partnerIn } from '@turnward/shared/space/state.ts';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import type { TheTwo } from '../../space/the-two.ts';
import { Sure, type Way } from './sure.tsx';

type DeleteSpaceProps = { space: Space; two: TheTwo; now: number; open: boolean; onClose: () => void };

/** ER8. At once where both agree, or announced by one alone. */
export function DeleteSpace({ space, two: { me, otherName: name }, now, open, onClose }: DeleteSpaceProps) {
  const t = useText();
  const { state } = space;
  const what = 'delete-space';
  const announced = state.deletions.some(({ by }) => by === me.memberId);
  const agreed = consentOf(state, me.memberId, what, now) !== undefined;
  const here = partnerIn(state, otherSeat(me.seat));
  const theirs = here && (here.practice !== null || consentOf(state, here.memberId, what, now) !== undefined);
  const both = consented(state, what, now);
  const ways: Way[] = [
    ...(announced ? [] : [{ words: t('leaving.delete.announce'), request: { type: 'AnnounceDeletion' } } as const]),
    ...(agreed || !here
      ? []
      : [
          {
            words: t('leaving.delete.agree'),
            request: { type: 'GiveConsent', what, version: CONSENT_VERSIONS[what] },
          } as const,
        ]),
    ...(both ? [{ words: t('leaving.delete.do'), request: { type: 'DeleteSpace' }, danger: true } as const] : []),
  ];
  return (
    <Sure space={space} open={open} onClose={onClose} title={t('leaving.delete.sure')} ways={ways}>
      <p>{t('leaving.delete.means')}</p>
      {here && <p>{theirs ? t('leaving.delete.agreed', { name }) : t('leaving.delete.both', { name })}</p>}
      {!announced && <p>{t('leaving.delete.alone', { name })}</p>}
    </Sure>
  );
}

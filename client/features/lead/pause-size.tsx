import type { Pause } from '@turnward/shared/conversation/state.ts';
import { useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';

/** How long a pause was chosen to be. */
export function PauseSize({ pause: { size, returnAt } }: { pause: Pause }) {
  const t = useText();
  const { moment } = useTimes();
  if (!size) return <p>{t('lead.paused.open')}</p>;
  if (size === 'quiet' || returnAt === undefined) return <p>{t('pause.chosen.quiet')}</p>;
  return <p>{t('pause.chosen.break', { moment: moment(returnAt) })}</p>;
}

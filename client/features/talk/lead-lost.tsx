import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { leaderOf } from '../../room/in-the-room.ts';
import { Notice } from '../../ui/notice.tsx';
import { whatLostMeans } from './led-view.ts';

/** FA9. Whoever leads is not here: that nothing is lost, and what this guide does now. */
export function LeadLost({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const leader = leaderOf(conversation);
  if (!leader?.lost) return null;
  return (
    <Notice tone="attention">
      <p data-testid="lead-lost">
        {t(leader.near ? 'talk.leadLost.near' : 'talk.leadLost', { name: leader.name })}{' '}
        {t(`talk.leadLost.${whatLostMeans(conversation)}`, { name: leader.name })}
      </p>
    </Notice>
  );
}

import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { useSend } from '../../space/use-send.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { GuestFacts } from './guest-facts.tsx';
import { type GuestAsking, guestsWaiting } from './guests-view.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** Those who ask to accompany this couple: each partner decides alone, and it takes both (ME1). */
export function GuestRequests({ space }: { space: Space }) {
  const seat = space.me?.role === 'partner' ? space.me.seat : undefined;
  return guestsWaiting(space.state, seat).map((asking) => (
    <GuestRequest key={asking.guest.nameSeq} asking={asking} space={space} />
  ));
}

function GuestRequest({ asking: { guest, confirmedByMe }, space }: { asking: GuestAsking; space: Space }) {
  const t = useText();
  const { memberId, role } = guest;
  const name = space.names[memberId] ?? t('request.unnamed');
  const { ask, asking, refusal } = useSend(space.send);
  const { heading, acted } = useKeptFocus(String(confirmedByMe));
  const title = t(memberId === space.state.founder ? 'guest.ask.title.founder' : `guest.ask.title.${role}`, { name });
  const answer = (type: 'ConfirmGuest' | 'DeclineGuest') => () => {
    acted();
    void ask({ type, memberId });
  };
  return (
    <Card tone="facilitator" labelledBy={memberId}>
      <h2 id={memberId} ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{t('guest.ask.lead', { name })}</p>
      <GuestFacts guest={guest} name={name} />
      <p role="status">{t(confirmedByMe ? 'guest.ask.confirmed' : 'guest.ask.both', { name })}</p>
      <RefusalNotice refusal={refusal} />
      <Actions>
        {!confirmedByMe && (
          <Button kind="primary" onClick={answer('ConfirmGuest')} aria-disabled={asking}>
            {t('guest.ask.confirm', { name })}
          </Button>
        )}
        <Button kind={confirmedByMe ? 'quiet' : 'secondary'} onClick={answer('DeclineGuest')} aria-disabled={asking}>
          {t(confirmedByMe ? 'guest.ask.afterAll' : 'guest.ask.notNow')}
        </Button>
      </Actions>
    </Card>
  );
}

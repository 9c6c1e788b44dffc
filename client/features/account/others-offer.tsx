import type { Account } from '@turnward/shared/wire/account-doors.ts';
import { useText } from '../../i18n/text.ts';
import { useDoor } from '../../space/use-door.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { accountDoors } from './account-doors.ts';
import { accountStore } from './account-store.ts';

/** AC12. Somebody changed how they sign in: whoever came in by what was there before may still be in somewhere. */
export function OthersOffer({ account, open }: { account: Account; open: boolean }) {
  const t = useText();
  const door = useDoor(accountDoors.endOthers, (list) => {
    announce(t('sessions.ended.others'));
    accountStore.othersAnswered();
    accountStore.signedInOn(list);
  });
  return (
    <Dialog open={open} onClose={accountStore.othersAnswered} title={t('sessions.offer')}>
      <p>{t('sessions.offer.about', { count: account.others })}</p>
      <p>{t('sessions.offer.why')}</p>
      <RefusalNotice refusal={door.refusal} />
      <Actions>
        <Button kind="primary" onClick={() => door.ask()} aria-disabled={door.asking}>
          {t('sessions.endOthers')}
        </Button>
        <Button kind="quiet" onClick={accountStore.othersAnswered}>
          {t('sessions.offer.no')}
        </Button>
      </Actions>
    </Dialog>
  );
}

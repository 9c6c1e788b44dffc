import type { Account } from '@turnward/shared/wire/account-doors.ts';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { accountDoors } from './account-doors.ts';
import { standingOf } from './account-view.ts';

/** Ends this session. A guest is asked once more, because nothing else would let them back in. The page begins anew. */
export function SignOut({ account }: { account: Account }) {
  const t = useText();
  const [sure, setSure] = useState(false);
  const door = useDoor(accountDoors.leave, () => location.replace('/'));
  const asks = standingOf(account) === 'guest';
  return (
    <>
      {sure && <p>{t('sessions.out.sure')}</p>}
      <RefusalNotice refusal={door.refusal} />
      <Actions>
        <Button
          icon={<LogOut size={20} aria-hidden="true" />}
          onClick={() => (asks && !sure ? setSure(true) : door.ask())}
          aria-disabled={door.asking}
        >
          {t(sure ? 'sessions.out.yes' : 'sessions.out')}
        </Button>
        {sure && (
          <Button kind="quiet" onClick={() => setSure(false)}>
            {t('sessions.out.no')}
          </Button>
        )}
      </Actions>
    </>
  );
}

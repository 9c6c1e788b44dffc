import type { Role } from '@turnward/shared/kernel/stream.ts';
import type { MadeInvite as Made, NewInvite } from '@turnward/shared/wire/doors.ts';
import { Hash, Link2 } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { doors } from '../../space/doors.ts';
import type { Space } from '../../space/replica.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Actions } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { MadeInvite } from './made-invite.tsx';
import { OpenInvites } from './open-invites.tsx';

const PARTNERS: readonly Role[] = ['partner'];

/** One link, one QR code, one spoken code: each lets one person in, once, for a limited time. */
export function InvitePartner({ spaceId, space }: { spaceId: string; space: Space }) {
  const t = useText();
  const [made, setMade] = useState<Made | null>(null);
  const door = useDoor(doors.makeInvite<NewInvite>, setMade);
  const gone = space.state.invites.some(({ inviteId, status }) => inviteId === made?.inviteId && status !== 'open');
  return (
    <Card labelledBy="invite">
      <h2 id="invite">{t('invite.title')}</h2>
      <p>{t('invite.lead')}</p>
      {made && !gone && <MadeInvite invite={made} />}
      <RefusalNotice refusal={door.refusal} />
      <Actions>
        <Button
          kind={made && !gone ? 'secondary' : 'primary'}
          icon={<Link2 size={20} aria-hidden="true" />}
          onClick={() => door.ask(spaceId, { via: 'link' })}
          aria-disabled={door.asking}
        >
          {t('invite.link')}
        </Button>
        <Button
          icon={<Hash size={20} aria-hidden="true" />}
          onClick={() => door.ask(spaceId, { via: 'code' })}
          aria-disabled={door.asking}
        >
          {t('invite.code')}
        </Button>
      </Actions>
      <OpenInvites space={space} roles={PARTNERS} />
    </Card>
  );
}

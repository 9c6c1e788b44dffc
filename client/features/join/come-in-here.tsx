import { useLocation } from 'wouter';
import { useText } from '../../i18n/text.ts';
import { doors } from '../../space/doors.ts';
import { useDoor } from '../../space/use-door.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';

/** The same person on another device. */
export function ComeInHere({ token }: { token: string }) {
  const t = useText();
  const [, navigate] = useLocation();
  const door = useDoor(doors.joinAsDevice, ({ member }) => {
    const [only, another] = member?.spaces ?? [];
    const elsewhere = another !== undefined || (member?.guestIn.length ?? 0) > 0;
    navigate(only && !elsewhere ? `/space/${only}` : '/', { replace: true });
  });
  return (
    <Page title={t('device.title')} lead={t('device.lead')}>
      <Notice>{t('device.shared')}</Notice>
      <RefusalNotice refusal={door.refusal} />
      <Actions>
        <Button kind="primary" onClick={() => door.ask(token)} aria-disabled={door.asking}>
          {t('device.submit')}
        </Button>
      </Actions>
    </Page>
  );
}

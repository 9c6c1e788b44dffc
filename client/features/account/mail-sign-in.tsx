import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useDoor } from '../../space/use-door.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { RefusalNotice } from '../../ui/refusal.tsx';
import { accountDoors } from './account-doors.ts';
import { MailInput } from './mail-input.tsx';

/** ML3, ML4. Asks for a link; the answer is the same whether or not anybody has this address. */
export function MailSignIn() {
  const t = useText();
  const [address, setAddress] = useState('');
  const [sent, setSent] = useState(false);
  const door = useDoor(accountDoors.sendLink, () => {
    announce(t('signIn.mail.sent'));
    setSent(true);
  });
  return (
    <Form problems={[!address.includes('@') && t('account.mail.missing')]} onSubmit={() => door.ask(address.trim())}>
      {([problem]) => (
        <>
          <p>{t('signIn.mail.about')}</p>
          <MailInput problem={problem} value={address} onText={setAddress} />
          <RefusalNotice refusal={door.refusal} />
          {sent && <p data-testid="link-sent">{t('signIn.mail.sent')}</p>}
          <div>
            <Button type="submit" aria-disabled={door.asking}>
              {t('signIn.mail.send')}
            </Button>
          </div>
        </>
      )}
    </Form>
  );
}

import '../../i18n/en-account.ts';
import { useText } from '../../i18n/text.ts';
import { stepUp } from '../../line/step-up.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { accountStore } from './account-store.ts';
import { Confirm } from './step-up.tsx';

/** AC5. The same question wherever a door asks it: over the page, so that nothing that was begun there is lost. */
export function StepUpDialog() {
  const t = useText();
  const known = accountStore.use();
  const cancel = () => stepUp.settle(false);
  return (
    <Dialog open onClose={cancel} title={t('account.stepUp.title')}>
      {known.phase === 'ready' ? (
        <Confirm account={known.account} onDone={() => stepUp.settle(true)} onCancel={cancel} />
      ) : (
        <p>{t('waiting.title')}</p>
      )}
    </Dialog>
  );
}

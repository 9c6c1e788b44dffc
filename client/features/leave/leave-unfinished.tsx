import '../../i18n/en-shelter.ts';
import { useText } from '../../i18n/text.ts';
import { Frame } from '../../ui/frame.tsx';
import { Page } from '../../ui/page.tsx';
import { useTitle } from '../../ui/use-title.ts';

/** LQ3. Stands in the place of every page of a person until this device has been signed out. */
export function LeaveUnfinished() {
  const t = useText();
  useTitle();
  return (
    <Frame>
      <Page title={t('leave.pending.title')} lead={t('leave.pending')} />
    </Frame>
  );
}

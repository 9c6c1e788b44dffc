import { useText } from '../i18n/text.ts';
import { Frame } from '../ui/frame.tsx';
import { Page } from '../ui/page.tsx';

/** While a screen is being fetched. The frame stands already, so that Help and Leave quickly never wait. */
export function Waiting() {
  const t = useText();
  return (
    <Frame>
      <Page title={t('waiting.title')} />
    </Frame>
  );
}

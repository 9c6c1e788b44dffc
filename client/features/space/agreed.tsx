import '../../i18n/en-words.ts';
import { useText } from '../../i18n/text.ts';
import type { Space } from '../../space/replica.ts';
import { theTwo } from '../../space/the-two.ts';
import { Card } from '../../ui/card.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ForAWhile } from './for-a-while.tsx';
import { HowLong } from './how-long.tsx';
import { LookingBack } from './looking-back.tsx';

/** CO3. What each of the two has agreed to and since when, in one place, and how each changes their own part of it. */
export function Agreed({ space }: { space: Space }) {
  const t = useText();
  const now = useNow();
  const two = theTwo(space);
  if (!two) return null;
  return (
    <Card labelledBy="agreed">
      <h2 id="agreed">{t('agreed.title')}</h2>
      <HowLong space={space} two={two} />
      {space.state.left.length === 0 && <LookingBack space={space} two={two} />}
      <ForAWhile space={space} two={two} now={now} />
    </Card>
  );
}

import type { Conversation } from '../../conversation/replica.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyText } from '../../ui/copy-button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Actions } from '../../ui/page.tsx';

/** Words written for a step that went by before they were sent. They stay until they are copied or let go. */
export function UnsentWords({ conversation }: { conversation: Conversation }) {
  const t = useText();
  const { draft, state } = conversation;
  // What is written for a turn that waits behind a step put in between comes back with it.
  const coming = [state.turn?.stepId, state.interrupted?.turn.stepId];
  const left = draft.unsent().filter(({ stepId, late }) => late || !coming.includes(stepId));
  if (left.length === 0) return null;
  return (
    <div data-testid="unsent">
      <Disclosure summary={t('talk.unsent', { count: left.length })}>
        <p>{t('talk.unsent.words')}</p>
        {left.map(({ stepId, fieldId, late, text }) => (
          <CopyText key={late ? text : `${stepId} ${fieldId}`} text={text} label={t('talk.lost.words')} />
        ))}
        <Actions>
          <Button kind="quiet" onClick={() => draft.letGo(left)}>
            {t('talk.unsent.letGo')}
          </Button>
        </Actions>
      </Disclosure>
    </div>
  );
}

import type { Conversation } from '../../conversation/replica.ts';
import { Beside } from './beside.tsx';
import { PrivateCheck } from './private-check.tsx';
import type { Beside as BesideState } from './use-beside.ts';
import { WhatIsSeen } from './what-is-seen.tsx';

/** What belongs to the gathering where the space has a facilitator: what to tell whoever leads, what they see, the way to them. */
export function WithHelpers({ conversation, beside }: { conversation: Conversation; beside: BesideState }) {
  return (
    <>
      {conversation.state.lead && <PrivateCheck conversation={conversation} />}
      <div>
        <WhatIsSeen conversation={conversation} />
      </div>
      <Beside conversation={conversation} beside={beside} />
    </>
  );
}

import type { Step } from '@turnward/shared/guides/guide.ts';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { ScaleInput } from '../../ui/scale-input.tsx';
import type { Missing } from './answer-draft.ts';

/** The private numbers of a step (PR4), each with its ends in words. */
export function ComposerScales(props: { conversation: Conversation; step: Step; missing: Missing | null }) {
  const { conversation, step, missing } = props;
  const t = useText();
  const guideText = useGuideText();
  const { guide, draft } = conversation;
  return step.scales.map(({ id, label }, place) => (
    <ScaleInput
      key={id}
      label={guideText(guide.id, `${step.id}.scale.${id}`, label)}
      low={t('talk.scale.low')}
      high={t('talk.scale.high')}
      value={draft.rating(step.id, id)}
      onValue={(value) => draft.rate(step.id, id, value)}
      {...(missing?.what === 'scale' && missing.scaleId === id
        ? { hint: t('talk.missing.scale') }
        : place === 0 && { hint: t('talk.scale.private') })}
    />
  ));
}

import '../i18n/en-guests.ts';
import type { SecretsPolicy } from '@turnward/shared/space/events.ts';
import { useText } from '../i18n/text.ts';
import { RadioCards } from './radio-cards.tsx';

const POLICIES: readonly SecretsPolicy[] = ['no-secrets', 'limited-secrets'];

export type SecretsChoiceProps = {
  value: SecretsPolicy | undefined;
  onValue: (policy: SecretsPolicy) => void;
  problem: string | undefined;
};

/** R16. What a facilitator does with what one partner tells them alone: said beforehand, read by both, never preset. */
export function SecretsChoice({ value, onValue, problem }: SecretsChoiceProps) {
  const t = useText();
  return (
    <RadioCards<SecretsPolicy>
      label={t('secrets.label')}
      hint={t('secrets.hint')}
      value={value}
      onValue={onValue}
      problem={problem}
      options={POLICIES.map((policy) => ({
        value: policy,
        label: t(`secrets.${policy}`),
        note: t(`secrets.${policy}.note`),
      }))}
    />
  );
}

import type { Guest } from '@turnward/shared/space/state.ts';
import { useText } from '../../i18n/text.ts';
import { Facts } from '../../ui/facts.tsx';

/** What a guest sees and does here, and what never; for a facilitator also how they handle secrets (R16). */
export function GuestFacts({ guest: { role, secrets }, name }: { guest: Guest; name: string }) {
  const t = useText();
  const facts: [string, string][] = [
    [t('guest.sees.title', { name }), t('guest.sees', { name })],
    [t('guest.does.title', { name }), t(`guest.does.${role}`, { name })],
  ];
  if (role === 'facilitator') {
    const policy = secrets ? ` ${t(`guest.alone.${secrets}`, { name })}` : '';
    facts.push([t('guest.alone.title'), t('guest.alone', { name }) + policy]);
  }
  facts.push(
    [t('guest.never.title', { name }), t(`guest.never.${role}`)],
    [t('guest.end.title'), t(`guest.end.${role}`, { name })],
  );
  return <Facts facts={facts} />;
}

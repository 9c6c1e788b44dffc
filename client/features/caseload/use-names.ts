import { listed } from '../../i18n/listed.ts';
import { useText } from '../../i18n/text.ts';
import type { Couple } from './caseload-view.ts';

/** How a couple is called here: by both names; by the room's name while nobody is known. */
export function useNames(): (couple: Pick<Couple, 'partners' | 'spaceName'>) => string {
  const t = useText();
  return ({ partners, spaceName }) => listed(partners.map(({ name }) => name)) || spaceName || t('space.title');
}

import { useEffect } from 'react';

/** The name shown in tabs and history. Neutral on purpose (R6): never a person, a guide or what is being talked about. */
export const APP_NAME = 'Turnward';

/** `part` names an ordinary screen such as “Help”; rooms and talks pass nothing. */
export function useTitle(part?: string): void {
  useEffect(() => {
    document.title = part ? `${part} · ${APP_NAME}` : APP_NAME;
  }, [part]);
}

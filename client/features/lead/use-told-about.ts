import { useEffect, useRef } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { announce } from '../../ui/announce.ts';
import { type Told, toldOf, whatChanged } from './told-view.ts';

/** Says to screen readers what must not be missed, once each: help, a pause, a lost connection, a whisper, a change of turn. */
export function useToldAbout(room: GuestRoom): void {
  const t = useText();
  const g = useGuideText();
  const before = useRef<Told>(undefined);
  useEffect(() => {
    const { guide, step, names, state } = room;
    const now = toldOf(room);
    const changes = before.current ? whatChanged(before.current, now) : [];
    before.current = now;
    const [holder, other] = state.turn?.holders ?? [];
    const sentences = changes.flatMap((change) => {
      if (change === 'paused' || change === 'resumed') return [t(`lead.told.${change}`)];
      if (change === 'turn') {
        if (holder && !other) return [t('talk.announce.theirs', { name: names[holder] })];
        return step ? [g(guide.id, `${step.id}.prompt`, step.prompt)] : [];
      }
      const [what, seat] = change;
      return [t(`lead.told.${what}`, { name: names[seat] })];
    });
    if (sentences.length > 0) announce(sentences.join(' '), changes.includes('paused') ? 'assertive' : 'polite');
  });
}

import { sharerOf } from '@turnward/shared/conversation/floor.ts';
import { Check } from 'lucide-react';
import { useId } from 'react';
import type { GuestRoom } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { stepOnTheWay } from '../../room/on-the-way.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Mark } from '../../ui/mark.tsx';
import styles from './guide-rail.module.css';
import { Peek } from './peek.tsx';
import { type PeekGroup, type PeekStep, peekGroups } from './peek-view.ts';
import { useKept } from './use-kept.ts';

/** The whole guide. Any step can be opened and read: nobody else sees that, and nobody is moved. */
export function GuideRail({ room }: { room: GuestRoom }) {
  const t = useText();
  const g = useGuideText();
  const id = useId();
  const { guide, state } = room;
  return (
    <section className={styles.rail} aria-labelledby={id} data-testid="guide-rail">
      <h2 id={id} className={styles.title}>
        {g(guide.id, 'title', guide.title)}
      </h2>
      <p className={styles.note}>{t('lead.peek.note')}</p>
      <ol className={styles.groups}>
        {peekGroups(guide, stepOnTheWay(room), state).map((group) => (
          <Group key={group.key} room={room} group={group} />
        ))}
      </ol>
    </section>
  );
}

function Group({ room, group }: { room: GuestRoom; group: PeekGroup }) {
  const t = useText();
  const g = useGuideText();
  // Opens with the talk, and stays as the reader put it otherwise.
  const [put, keepPut] = useKept<{ open: boolean; at: PeekGroup['state'] } | undefined>(
    room.state.conversationId,
    `group ${group.key}`,
    undefined,
  );
  const open = put?.at === group.state ? put.open : group.state === 'now';
  const { guide, state, names } = room;
  return (
    <li className={styles.group} data-state={group.state} aria-current={group.state === 'now' ? 'step' : undefined}>
      <Disclosure
        open={open}
        onToggle={(next) => next !== open && keepPut(() => ({ open: next, at: group.state }))}
        summary={
          <span className={styles.line}>
            <Sign state={group.state} />
            <span>
              {g(guide.id, `outline.${group.outline}`, group.title)}
              {group.round && (
                <span className={styles.round}>
                  {t('lead.peek.round', { name: names[sharerOf(group.round, state.first)] })}
                </span>
              )}
              {group.state === 'done' && <span className="visually-hidden"> ({t('talk.rail.done')})</span>}
            </span>
          </span>
        }
      >
        <ol className={styles.steps}>
          {group.steps.map((step) => (
            <StepLine key={step.step.id} room={room} peek={step} />
          ))}
        </ol>
      </Disclosure>
    </li>
  );
}

function StepLine({ room, peek }: { room: GuestRoom; peek: PeekStep }) {
  const t = useText();
  const g = useGuideText();
  const id = useId();
  const { step, holders, state } = peek;
  const [open, keepOpen] = useKept(room.state.conversationId, `peek ${step.id}`, false);
  return (
    <li data-step={step.id} data-state={state}>
      <button
        type="button"
        className={styles.step}
        aria-expanded={open}
        aria-controls={id}
        aria-current={state === 'now' ? 'step' : undefined}
        onClick={() => keepOpen((now) => !now)}
      >
        <span className={styles.marks}>
          {holders.map((seat) => (
            <Mark key={seat} of={seat} />
          ))}
        </span>
        <span>
          {g(room.guide.id, `${step.id}.prompt`, step.prompt)}
          {state === 'now' && <span className={styles.now}>{t('lead.peek.now')}</span>}
        </span>
      </button>
      {open && (
        <div id={id}>
          <Peek room={room} peek={peek} />
        </div>
      )}
    </li>
  );
}

function Sign({ state }: Pick<PeekGroup, 'state'>) {
  return (
    <span className={styles.sign} data-state={state} aria-hidden="true">
      {state === 'done' && <Check size={16} />}
    </span>
  );
}

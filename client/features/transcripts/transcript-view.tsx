import { sectionsOf } from '@turnward/shared/transcript/sections.ts';
import '../../i18n/en-take-out.ts';
import { useState } from 'react';
import type { Conversation } from '../../conversation/replica.ts';
import { useGuideText, useText } from '../../i18n/text.ts';
import { useTimes } from '../../i18n/times.ts';
import { leaderOf } from '../../room/in-the-room.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { TextInput } from '../../ui/field.tsx';
import { Person } from '../../ui/mark.tsx';
import { Actions, Page } from '../../ui/page.tsx';
import { countLines, findIn } from './find-words.ts';
import { PrintHead } from './print-parts.tsx';
import { ReadWithBoth } from './read-with-both.tsx';
import styles from './transcript.module.css';
import { TranscriptSection } from './transcript-section.tsx';
import { WhatLanded } from './what-landed.tsx';

/** A talk by step and turn. Looking for words happens in this page; nothing here is stored on the device. */
export function Transcript({ conversation, endsAt }: { conversation: Conversation; endsAt: number | null }) {
  const t = useText();
  const g = useGuideText();
  const { date } = useTimes();
  const [wanted, setWanted] = useState('');
  const { guide, seat, names, people, talk, own, state, send } = conversation;
  const leader = leaderOf(conversation);
  const sections = sectionsOf({ guide, seat, first: state.first, talk, own });
  const found = findIn(sections, wanted);
  const title = g(guide.id, 'title', guide.title);
  return (
    <div className={styles.transcript} data-testid="transcript">
      <PrintHead conversation={conversation} title={title} />
      <Page title={title} lead={date(talk[0]?.at ?? 0)}>
        <div className={styles.people}>
          <Person of={seat} name={names[seat]} note={t('kept.you')} />
          <Person of={seat === 'a' ? 'b' : 'a'} name={names[seat === 'a' ? 'b' : 'a']} />
          {leader && <Person of="facilitator" name={leader.name} note={t('kept.led')} />}
        </div>
        {endsAt !== null && <p className={styles.until}>{t('stays.until', { date: date(endsAt) })}</p>}
        <ReadWithBoth conversation={conversation} />
        <div className={styles.tools}>
          <WhatLanded sections={sections} names={names} />
          <TextInput
            type="search"
            label={t('kept.find')}
            hint={t('kept.find.hint')}
            value={wanted}
            onText={setWanted}
          />
          {wanted.trim() && <p role="status">{t('kept.find.count', { count: countLines(found) })}</p>}
        </div>
        {found.map((section) => (
          <TranscriptSection
            key={section.id}
            section={section}
            guide={guide}
            names={names}
            people={people}
            reader={{ seat, send }}
          />
        ))}
        <Actions>
          <ButtonLink href={`/kept/${state.spaceId}`}>{t('kept.list')}</ButtonLink>
          <ButtonLink href={`/take-out/${state.spaceId}/${state.conversationId}`}>{t('takeout.go.one')}</ButtonLink>
          <Button kind="quiet" onClick={() => scrollTo({ top: 0 })}>
            {t('kept.top')}
          </Button>
        </Actions>
      </Page>
    </div>
  );
}

import { randomBytes } from 'node:crypto';
import { type StreamName, streamName } from '@turnward/shared/kernel/stream.ts';
import { mayTakeOut } from '@turnward/shared/space/consents.ts';
import { isReadable, type ListedConversation, memberOf, type SpaceState } from '@turnward/shared/space/state.ts';
import type { Refusal } from '@turnward/shared/wire/protocol.ts';
import type { CopiedTalk, CopyForm, CopyLanguage, TakeOut, TalksCopy } from '@turnward/shared/wire/talks-copy.ts';
import type { EventStore } from '../ports/event-store.ts';
import { type Answer, refused } from '../space/answer.ts';
import type { Names } from '../space/names.ts';
import { newId, type RunSpaceCommand } from '../space/run-space-command.ts';
import type { Spaces } from '../space/spaces.ts';
import { asJson } from './as-json.ts';
import { asMarkdown } from './as-markdown.ts';
import { asPage } from './as-page.ts';
import { copyNames, whoAgreed } from './copy-names.ts';
import { copyTalk } from './copy-talk.ts';
import { COPY_WORDS } from './copy-words.ts';

type Parts = { events: EventStore; spaces: Spaces; names: Names; run: RunSpaceCommand; now: () => number };
/** `present`: why whoever asked may not be answered any more, asked again and again. */
export type TakeOutAsked = TakeOut & { spaceId: string; memberId: string; present: () => Refusal | undefined };
export type TakingOut = (asked: TakeOutAsked) => Promise<Answer<string>>;

/** How often a copy is put down anew because one of the two did something in a talk meanwhile. */
const ATTEMPTS = 3;

/** CO5 to CO8. Puts whole talks down in memory, asks once more, records it, and only then hands it over. */
export function openTakingOut({ events, spaces, names, run, now }: Parts): TakingOut {
  return async (asked) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const put = await putDown(asked);
      if ('refusal' in put) return put;
      if (!(await isAsItWas(put.heads))) continue;
      const before = await denial(asked);
      if (before) return refused(before);
      const { spaceId, memberId, about } = asked;
      const { text, seal } = inForm(put.copy, asked);
      const command = { type: 'ExportTranscript', by: memberId, seal, ...(about !== undefined && { about }) } as const;
      const reply = await run({ spaceId, author: memberId, commandId: newId(), command });
      if (!reply.ok) return refused((await denial(asked)) ?? reply.refusal);
      // CO6. Nothing that came while it was being recorded is passed over: rather a record too many than a byte.
      const asItWas = await isAsItWas(put.heads);
      const denied = await denial(asked);
      if (denied) return refused(denied);
      return asItWas ? { value: text } : refused('unavailable');
    }
    return refused('unavailable');
  };

  async function putDown(asked: TakeOutAsked): Promise<{ copy: TalksCopy; heads: Heads } | { refusal: Refusal }> {
    const { spaceId, memberId, about, language } = asked;
    const { state } = await spaces.load(spaceId);
    const known = await copyNames(state, names);
    const heads: Heads = new Map();
    const talks: CopiedTalk[] = [];
    for (const listed of readable(state, about)) {
      const denied = await denial(asked, listed.conversationId);
      if (denied) return refused(denied);
      const { talk, head } = await copyTalk(listed, events, known, language);
      heads.set(streamName('talk', listed.conversationId), head);
      talks.push(talk);
    }
    const { state: stands } = await spaces.load(spaceId);
    const words = COPY_WORDS[language];
    const copy: TalksCopy = {
      layout: 1,
      number: randomBytes(16).toString('hex'),
      takenOut: { by: known.people[memberId] ?? '', at: now() },
      agreed: whoAgreed(stands, known, about ?? null, now()),
      about: [...words.isAndIsNot, ...words.sealed],
      talks,
    };
    return { copy, heads };
  }

  /** Why this may not be taken out at this moment; what is nobody’s of theirs is answered like nothing at all (PR6). */
  async function denial(
    { spaceId, memberId, about, present }: TakeOutAsked,
    talk = about,
  ): Promise<Refusal | undefined> {
    const { state } = await spaces.load(spaceId);
    const gone = present();
    const member = memberOf(state, memberId);
    if (gone) return gone;
    if (!member || readable(state, talk).length === 0) return 'not-found';
    if (member.role !== 'partner') return 'not-yours-to-change';
    return mayTakeOut(state, member.seat, now(), about ?? null) ? undefined : 'needs-consent';
  }

  async function isAsItWas(heads: Heads): Promise<boolean> {
    const found = await events.heads([...heads.keys()]);
    return [...heads].every(([stream, head]) => found.get(stream) === head);
  }
}

type Heads = Map<StreamName, number>;

const readable = (state: SpaceState, about: string | undefined): ListedConversation[] =>
  state.conversations.filter(
    ({ conversationId }) => isReadable(state, conversationId) && (about === undefined || about === conversationId),
  );

function inForm(copy: TalksCopy, { form, language }: { form: CopyForm; language: CopyLanguage }) {
  if (form === 'json') return asJson(copy);
  return form === 'markdown' ? asMarkdown(copy, language) : asPage(copy, language);
}

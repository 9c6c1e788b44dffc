import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Recorded } from '@turnward/shared/kernel/event.ts';
import { isOfTalk, parseStreamName, type StreamName } from '@turnward/shared/kernel/stream.ts';
import type { Follow } from '@turnward/shared/wire/protocol.ts';
import { openAccounts } from './accounts/accounts.ts';
import { openLookingAfter } from './accounts/looking-after.ts';
import { openSmtpMail } from './adapters/smtp/smtp-mail.ts';
import { openSqlite } from './adapters/sqlite/open-sqlite.ts';
import { approvalsFollowEdits } from './approvals-follow-edits.ts';
import { openAudit } from './audit/audit.ts';
import { guestChanges } from './audit/guest-changes.ts';
import { betweenLines } from './between-lines.ts';
import { cardsFollowEdits } from './cards-follow-edits.ts';
import { carryingDrafts } from './carry-drafts.ts';
import type { Config } from './config.ts';
import { Connections, sayFarewell } from './conversation/connections.ts';
import { openConversations } from './conversation/conversations.ts';
import { openGateway, openLiveServer } from './conversation/gateway.ts';
import { openLeadWatch } from './conversation/lead-watch.ts';
import { LiveTalks } from './conversation/live-talks.ts';
import { openLookBack } from './conversation/look-back.ts';
import { openPresence } from './conversation/presence.ts';
import { publisher } from './conversation/publish.ts';
import { commandRunner, type Written } from './conversation/run-command.ts';
import { envelopeRunner } from './conversation/run-envelope.ts';
import { cut, queuedBeyond } from './conversation/slow-reader.ts';
import { Documents } from './documents/documents.ts';
import { openDocumentGateway } from './documents/gateway.ts';
import { serialByKey } from './events/serial.ts';
import { openTakingOut } from './exports/take-out.ts';
import { openDeepLock } from './fit/deep-lock.ts';
import { openFits } from './fit/fits.ts';
import { openPrivateQuestions } from './fit/private-questions.ts';
import { readHelpFile } from './help/help-file.ts';
import { openAllowance } from './http/allowance.ts';
import { openApp } from './http/app.ts';
import { denials } from './http/denials.ts';
import { openDoors } from './http/doors.ts';
import { openOrigins } from './http/origins.ts';
import { openKeys, protection } from './keys/open-keys.ts';
import { openAppLock } from './lock/app-lock.ts';
import { type Logger, openLog } from './log.ts';
import { openMyData } from './my-data/gather-my-data.ts';
import { drawInWorker } from './notes/draw-in-worker.ts';
import { openProgressNotes } from './notes/progress-notes.ts';
import type { AnyEvent } from './ports/event-store.ts';
import { openPracticePartner } from './practice/partner.ts';
import { openKeepHouse } from './retention/keep-house.ts';
import { sayRewrapped } from './say-rewrapped.ts';
import { openSessions, type Session } from './session.ts';
import { openSessionEnds } from './session-ends.ts';
import { openAdmission } from './space/admission.ts';
import { openNames } from './space/names.ts';
import { pauseEverything } from './space/pause-for.ts';
import { spaceCommandRunner } from './space/run-space-command.ts';
import { openSpaces } from './space/spaces.ts';

export type Turnward = {
  port: number;
  /** Web addresses for people: on this machine, and for others on the local network. */
  addresses: { local: string; network: string[] };
  /** KE11. Who can read the words at rest, for the operator. */
  protection: string;
  /** Says goodbye to every device, waits for what is being saved, and releases the files. */
  close(): Promise<void>;
};

/** Folds that nobody asked for in this time are dropped; the next command folds them again. In ms. */
const IDLE = 60_000;
const HOUSEKEEPING = 30_000;
/** What closing leaves for answers that are on their way. In ms. */
const GRACE = 300;

/** Who changed what presence shows; the rest of the log doesn't concern it. */
const MOVES_PRESENCE: ReadonlySet<string> = new Set([
  'MemberJoined',
  'MemberFrozen',
  'MemberThawed',
  'MemberLeft',
  'PartnerLeft',
  'SpaceDeleted',
  'Paused',
  'Resumed',
  'Stopped',
  'ConversationEnded',
]);

/**
 * Puts the parts together: the only place that knows adapters. `now` is the server's clock in ms (FL8); `ticks` counts ms as
 * well, and nobody sets it back.
 */
export async function compose(
  config: Config,
  {
    now = Date.now,
    ticks = () => performance.now(),
    log = openLog(config.LOG_LEVEL),
  }: { now?: () => number; ticks?: () => number; log?: Logger } = {},
): Promise<Turnward> {
  const help = config.HELP_FILE ? readHelpFile(config.HELP_FILE, now()) : undefined;
  if (help && help.old > 0) log.warn({ lines: help.old }, 'Help lines were checked over half a year ago (HELP_FILE).');
  const keys = await openKeys(config);
  const store = await openSqlite({ dataDir: config.DATA_DIR, keys });
  const { tokens } = store;
  const failed = (error: unknown) => log.error({ error }, 'Something in the background failed.');

  const connections = new Connections();
  const liveTalks = new LiveTalks(connections, now);
  const sessions = openSessions({ store: store.sessions, config, inTalk: (one) => liveTalks.holds(one), failed, now });
  const audit = openAudit({ store: store.audit, now, failed });
  const allowance = openAllowance();
  const mail =
    config.SMTP_URL !== undefined && config.MAIL_FROM !== undefined
      ? openSmtpMail({ url: config.SMTP_URL, from: config.MAIL_FROM, failed })
      : undefined;
  const accounts = openAccounts({
    store: store.accounts,
    pins: store.appLock,
    tokens,
    keys,
    sessions,
    ...(mail && {
      mailing: {
        mail,
        tokens,
        origin: () => origins.forOthers(undefined),
        mayWrite: (found) => allowance('mails to one', found),
      },
    }),
    failed,
    now,
  });
  await accounts.own.carryOutDue().catch(failed);
  const conversations = openConversations(store.events, now);
  const spaces = openSpaces(store.events, now);
  const fits = openFits(store.events, now);
  const lock = openDeepLock({ fits, spaces, config, now });
  const between = betweenLines({ conversations, spaces });
  const documents = new Documents({
    store: store.documents,
    sessions,
    used: sessions.touch,
    standing: between.standing,
    failed: (error) => log.error({ error }, 'A document could not be saved or opened.'),
    now,
  });
  const events = carryingDrafts(store.events, documents);

  const http = createServer();
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.PORT, config.HOST, resolve);
  });
  const { port } = http.address() as AddressInfo;
  const origins = openOrigins(config, port);
  const live = openLiveServer(origins.isOurs);

  const presence = openPresence({
    connections,
    sessionsBeside: (spaceId) => documents.sessionsIn(spaceId),
    spaces,
    conversations,
    holds: sessions.holds,
    send: (socketIds, message) => live.local.to(socketIds).emit('presence', message),
    togetherEnds: (spaceId) => lookBack(spaceId).catch(failed),
    failed,
    now,
  });
  const lookBack = openLookBack({ connections, spaces, opensForBoth: presence.opensForBoth });
  documents.onLines(presence.changed);
  const toSockets = publisher({
    connections,
    sessions,
    spaces,
    lookBack,
    emit: (socketIds, as, message) => live.local.to(socketIds).emit(as, message),
    now,
  });

  const publish = async (recorded: readonly Recorded<AnyEvent>[]) => {
    // Whoever lost a document by this is sent away before anybody reads of it (DO3).
    await documentsFollow(recorded).catch(failed);
    await toSockets(recorded);
    guestChanges(recorded, audit.record);
    await afterwards(recorded).catch(failed);
  };
  const serial = serialByKey();
  const written: Written = (state, command) => between.written(state, command, documents.read);
  const run = commandRunner({
    events,
    conversations,
    spaces,
    lock,
    serial,
    here: presence.here,
    written,
    publish,
    now,
  });
  const runSpace = spaceCommandRunner({ events, spaces, conversations, lock, serial, publish, now });
  const keptHouse = openKeepHouse({ events, spaces, run: runSpace, failed, now });
  const practice = openPracticePartner({ conversations, spaces, run, runSpace, written, log, now });
  const leads = openLeadWatch({ connections, conversations, spaces, run, failed, now });
  documents.onEdit(approvalsFollowEdits({ conversations, read: documents.read, serial, run, failed }));
  documents.onEdit(cardsFollowEdits({ conversations, spaces, run, failed }));

  const documentsFollow = async (recorded: readonly Recorded<AnyEvent>[]) => {
    const inSpaces = recorded.flatMap(({ stream }) =>
      parseStreamName(stream)?.kind === 'space' ? [idIn(stream)] : [],
    );
    const ofTalks = [...conversationsIn(recorded)].map(async (id) => (await conversations.load(id)).state.spaceId);
    for (const spaceId of new Set([...inSpaces, ...(await Promise.all(ofTalks))])) await documents.changed(spaceId);
  };

  const linesChanged = (spaceId: string) => {
    presence.changed(spaceId);
    leads.look(spaceId);
  };

  /** What the log sets in motion besides delivery: presence, whoever leads, and the practice partner's next move. */
  const afterwards = async (recorded: readonly Recorded<AnyEvent>[]) => {
    for (const id of conversationsIn(recorded)) {
      const { state } = await conversations.load(id);
      liveTalks.moved(id, state);
      if (state.phase === 'ended') {
        for (const { session } of connections.inSpace(state.spaceId)) sessionEnds.look(session).catch(failed);
      }
      const space = await spaces.load(state.spaceId);
      if (space.state.practice) await practice.wake(id);
      if (recorded.some(({ event }) => MOVES_PRESENCE.has(event.type))) presence.changed(state.spaceId);
      if (state.lead) leads.look(state.spaceId);
    }
    for (const { stream, event } of recorded) {
      if (stream.startsWith('space:') && MOVES_PRESENCE.has(event.type)) linesChanged(idIn(stream));
    }
  };

  const hasLine = ({ idHash }: Session) => connections.of(idHash).length > 0;
  const appLock = openAppLock({ store: store.appLock, sessions, hasLine, unlocked: presence.unlocked, now });
  const sessionEnds = openSessionEnds({ sessions, lockOverdue: appLock.lockOverdue, failed, now });

  const lookingAfter = openLookingAfter(config, spaces);
  const lacksFactor = async ({ to, id }: Pick<Follow, 'to' | 'id'>, session: Session) => {
    const spaceId = to === 'space' ? id : (await conversations.load(id)).state.spaceId;
    return lookingAfter.lacksFactor(spaceId, session);
  };
  if (config.FACILITATOR_FACTORS === 'optional') {
    log.warn(
      'Whoever looks after a couple may do so without a passkey (FACILITATOR_FACTORS=optional). For trials alone.',
    );
  }
  openGateway({
    live,
    sessions,
    connections,
    conversations,
    spaces,
    events,
    presence,
    run: envelopeRunner(run, runSpace, lacksFactor, async (session) =>
      accounts.own.stepUpNeeded(await accounts.own.find(session.memberId), session),
    ),
    lacksFactor,
    followed(conversationId) {
      conversations.load(conversationId).then(({ state }) => liveTalks.moved(conversationId, state), failed);
      void practice.wake(conversationId);
    },
    lineOpened: sessionEnds.expect,
    talkLeft: (session) => liveTalks.left(session),
    linesChanged,
    log,
    now,
  });

  const names = openNames(events, spaces);
  const admission = openAdmission({ events, tokens, spaces, names, run: runSpace, now });
  const doors = openDoors({
    lock: appLock,
    accounts,
    lookingAfter,
    admission,
    sessions,
    origins,
    audit,
    allowance,
    config,
    seatPracticePartners: practice.takeSeats,
    pauseFor: pauseEverything(events, spaces, run),
    failed,
    takeOut: openTakingOut({ events: store.events, spaces, names, run: runSpace, now }),
    myData: openMyData({ events, spaces, read: documents.read, now }),
    notes: openProgressNotes({ standing: between.standing, read: documents.read, draw: drawInWorker }),
    questions: openPrivateQuestions({ events: store.events, spaces, fits, lock, now }),
  });
  http.on(
    'request',
    openApp({
      config,
      origins,
      doors,
      watch: denials({ sessions, audit, allowance, log }),
      help: { places: help?.places ?? null },
      clientDir: path.join(import.meta.dirname, '../client/dist'),
      log,
    }),
  );
  const stopPings = openDocumentGateway({
    http,
    documents,
    sessions,
    isOurs: origins.isOurs,
    lineOpened: sessionEnds.expect,
    log,
    ticks,
  });
  sessions.onEnd((session, reason) => documents.sessionEnded(session, reason));
  live.attach(http);

  const rewrap = () => store.rewrap().then(sayRewrapped(log)).catch(failed);
  const housekeeping = setInterval(() => {
    conversations.park(now() - IDLE);
    spaces.park(now() - IDLE);
    fits.park(now() - IDLE);
    for (const connection of connections.all()) {
      if (liveTalks.holds(connection.session)) sessions.touch(connection.session);
      if (sessions.isLocked(connection.session)) continue;
      if (!sessions.holds(connection.session)) sayFarewell(connection, 'signed-out');
      else if (queuedBeyond(connection.socket)) cut(connection.socket);
      else sessionEnds.look(connection.session).catch(failed);
    }
    documents.sessionEnded();
    const sweeps = [sessions.sweep(), appLock.sweep(), tokens.sweep(now()), audit.sweep(), accounts.own.carryOutDue()];
    Promise.all(sweeps).catch(failed);
    rewrap();
  }, HOUSEKEEPING);
  rewrap();

  return {
    port,
    addresses: origins.printed,
    protection: protection(config),
    async close() {
      clearInterval(housekeeping);
      sessionEnds.rest();
      stopPings();
      practice.rest();
      leads.rest();
      await keptHouse.rest();
      for (const connection of [...connections.all()]) sayFarewell(connection, 'restarting');
      // A page that keeps its connection busy must not hold the door half shut: what is not answered soon is cut.
      const cut = setTimeout(() => http.closeAllConnections(), GRACE);
      await documents.close();
      await live.close();
      await mail?.close();
      clearTimeout(cut);
      await store.close();
    },
  };
}

const idIn = (stream: StreamName): string => parseStreamName(stream)?.id ?? '';

function conversationsIn(recorded: readonly Recorded<AnyEvent>[]): Set<string> {
  const ofTalks = recorded.filter(({ stream }) => isOfTalk(parseStreamName(stream)?.kind ?? 'space'));
  return new Set(ofTalks.map(({ stream }) => idIn(stream)));
}

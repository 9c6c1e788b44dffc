import { type ComponentType, lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { StartPage } from '../features/start/start-page.tsx';
import { useArrival } from './arrival.ts';
import { loadAnew } from './load-anew.ts';
import { NotFoundPage } from './not-found-page.tsx';
import { Waiting } from './waiting.tsx';

/** A screen in a chunk of its own, fetched when somebody goes there. Where it does not come, the page is loaded anew. */
function screen<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load().catch(loadAnew) }));
}

const BeginPage = screen(() => import('../features/begin/begin-page.tsx').then((m) => m.BeginPage));
const PracticePage = screen(() => import('../features/begin/practice-page.tsx').then((m) => m.PracticePage));
const TherapistPage = screen(() => import('../features/begin/therapist-page.tsx').then((m) => m.TherapistPage));
const SeatLinksPage = screen(() => import('../features/begin/seat-links-page.tsx').then((m) => m.SeatLinksPage));
const LinkPage = screen(() => import('../features/join/link-page.tsx').then((m) => m.LinkPage));
const CodePage = screen(() => import('../features/join/code-page.tsx').then((m) => m.CodePage));
const GuestPage = screen(() => import('../features/join/guest-page.tsx').then((m) => m.GuestPage));
const SpacePage = screen(() => import('../features/space/space-page.tsx').then((m) => m.SpacePage));
const DevicesPage = screen(() => import('../features/space/devices-page.tsx').then((m) => m.DevicesPage));
const TalkPage = screen(() => import('../features/talk/talk-page.tsx').then((m) => m.TalkPage));
const CardsPage = screen(() => import('../features/cards/cards-page.tsx').then((m) => m.CardsPage));
const LeadPage = screen(() => import('../features/lead/lead-page.tsx').then((m) => m.LeadPage));
const ObservePage = screen(() => import('../features/observe/observe-page.tsx').then((m) => m.ObservePage));
const ObserveSpacePage = screen(() =>
  import('../features/observe/observe-space-page.tsx').then((m) => m.ObserveSpacePage),
);
const CaseloadPage = screen(() => import('../features/caseload/caseload-page.tsx').then((m) => m.CaseloadPage));
const CouplePage = screen(() => import('../features/caseload/couple-page.tsx').then((m) => m.CouplePage));
const RehearsePage = screen(() => import('../features/caseload/rehearse-page.tsx').then((m) => m.RehearsePage));
const ProgressPage = screen(() => import('../features/notes/progress-page.tsx').then((m) => m.ProgressPage));
const KeptPage = screen(() => import('../features/transcripts/kept-page.tsx').then((m) => m.KeptPage));
const TranscriptPage = screen(() =>
  import('../features/transcripts/transcript-page.tsx').then((m) => m.TranscriptPage),
);
const FitPage = screen(() => import('../features/fit/fit-page.tsx').then((m) => m.FitPage));
const NotNowPage = screen(() => import('../features/not-now/not-now-page.tsx').then((m) => m.NotNowPage));
const SignInPage = screen(() => import('../features/account/sign-in-page.tsx').then((m) => m.SignInPage));
const MailPage = screen(() => import('../features/account/mail-page.tsx').then((m) => m.MailPage));
const AccountPage = screen(() => import('../features/account/account-page.tsx').then((m) => m.AccountPage));
const HelpPage = screen(() => import('../features/help/help-page.tsx').then((m) => m.HelpPage));
const MyDataPage = screen(() => import('../features/my-data/my-data-page.tsx').then((m) => m.MyDataPage));
const TakeOutPage = screen(() => import('../features/take-out/take-out-page.tsx').then((m) => m.TakeOutPage));
const SettingsPage = screen(() => import('../features/settings/settings-page.tsx').then((m) => m.SettingsPage));
const LockSettings = screen(() => import('../features/lock/lock-settings.tsx').then((m) => m.LockSettings));
const WhoReadsPage = screen(() => import('../features/who-reads/who-reads-page.tsx').then((m) => m.WhoReadsPage));
const LeavingPage = screen(() => import('../features/leave/leaving-page.tsx').then((m) => m.LeavingPage));

export function Routes() {
  const secret = useArrival();
  return (
    <Suspense fallback={<Waiting />}>
      <Switch>
        <Route path="/" component={StartPage} />
        <Route path="/begin" component={BeginPage} />
        <Route path="/practice" component={PracticePage} />
        <Route path="/therapist" component={TherapistPage} />
        <Route path="/therapist/:spaceId">{({ spaceId }) => <SeatLinksPage key={spaceId} spaceId={spaceId} />}</Route>
        <Route path="/join">
          <LinkPage key={secret} secret={secret} />
        </Route>
        <Route path="/device">
          <LinkPage key={secret} secret={secret} />
        </Route>
        <Route path="/mail">
          <MailPage key={secret} secret={secret} />
        </Route>
        <Route path="/code" component={CodePage} />
        <Route path="/guest/:spaceId">{({ spaceId }) => <GuestPage key={spaceId} spaceId={spaceId} />}</Route>
        <Route path="/devices" component={DevicesPage} />
        <Route path="/space/:spaceId">{({ spaceId }) => <SpacePage key={spaceId} spaceId={spaceId} />}</Route>
        <Route path="/space/:spaceId/own">{({ spaceId }) => <FitPage key={spaceId} spaceId={spaceId} />}</Route>
        <Route path="/talk/:conversationId">
          {({ conversationId }) => <TalkPage key={conversationId} conversationId={conversationId} />}
        </Route>
        <Route path="/talk/:conversationId/cards">
          {({ conversationId }) => <CardsPage key={conversationId} conversationId={conversationId} />}
        </Route>
        <Route path="/lead/:conversationId">
          {({ conversationId }) => <LeadPage key={conversationId} conversationId={conversationId} />}
        </Route>
        <Route path="/observe/space/:spaceId">
          {({ spaceId }) => <ObserveSpacePage key={spaceId} spaceId={spaceId} />}
        </Route>
        <Route path="/observe/:conversationId">
          {({ conversationId }) => <ObservePage key={conversationId} conversationId={conversationId} />}
        </Route>
        <Route path="/caseload" component={CaseloadPage} />
        <Route path="/caseload/:spaceId">{({ spaceId }) => <CouplePage key={spaceId} spaceId={spaceId} />}</Route>
        <Route path="/caseload/:spaceId/note/:conversationId">
          {({ spaceId, conversationId }) => (
            <ProgressPage key={conversationId} spaceId={spaceId} conversationId={conversationId} />
          )}
        </Route>
        <Route path="/rehearse" component={RehearsePage} />
        <Route path="/kept/:spaceId">{({ spaceId }) => <KeptPage key={spaceId} spaceId={spaceId} />}</Route>
        <Route path="/kept/:spaceId/:conversationId">
          {({ spaceId, conversationId }) => (
            <TranscriptPage key={conversationId} spaceId={spaceId} conversationId={conversationId} />
          )}
        </Route>
        <Route path="/take-out/:spaceId">{({ spaceId }) => <TakeOutPage key={spaceId} spaceId={spaceId} />}</Route>
        <Route path="/take-out/:spaceId/:conversationId">
          {({ spaceId, conversationId }) => (
            <TakeOutPage key={conversationId} spaceId={spaceId} conversationId={conversationId} />
          )}
        </Route>
        <Route path="/not-now" component={NotNowPage} />
        <Route path="/sign-in" component={SignInPage} />
        <Route path="/account" component={AccountPage} />
        <Route path="/help" component={HelpPage} />
        <Route path="/my-data" component={MyDataPage} />
        <Route path="/settings">
          <SettingsPage>
            <LockSettings />
          </SettingsPage>
        </Route>
        <Route path="/who-reads" component={WhoReadsPage} />
        <Route path="/leaving" component={LeavingPage} />
        <Route component={NotFoundPage} />
      </Switch>
    </Suspense>
  );
}

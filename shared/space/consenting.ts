import { refuse } from '../kernel/decider.ts';
import { CONSENT_LASTS, CONSENT_VERSIONS, consentOf, mayTakeOut } from './consents.ts';
import { type Of, record, type SpaceOutcome } from './outcome.ts';
import { isReadable, memberOf, type SpaceState } from './state.ts';

/** CO1, CO2. Each for themself, to the wording that they read; while it holds, saying it again changes nothing. */
export function giveConsent(space: SpaceState, command: Of<'GiveConsent'>, now: number): SpaceOutcome {
  const { what, version, by, about } = command;
  if (version !== CONSENT_VERSIONS[what]) return refuse('consent-changed');
  if (about !== undefined && !(what === 'full-export' && isReadable(space, about))) return refuse('consent-changed');
  if (holds(space, command, now)) return [];
  const lasts = CONSENT_LASTS[what];
  const expiresAt = lasts === null ? null : now + lasts;
  return [record({ type: 'ConsentGiven', what, version, by, expiresAt, ...aboutIt(about) })];
}

/** CO2. At any time, alone, without a reason. */
export function withdrawConsent(space: SpaceState, command: Of<'WithdrawConsent'>, now: number): SpaceOutcome {
  const { what, by, about } = command;
  return holds(space, command, now) ? [record({ type: 'ConsentWithdrawn', what, by, ...aboutIt(about) })] : [];
}

/** CO5, CO8. Both read that it was taken out, by whom, and the seal of that copy. */
export function exportTranscript(space: SpaceState, command: Of<'ExportTranscript'>, now: number): SpaceOutcome {
  const { by, about, seal } = command;
  const member = memberOf(space, by);
  if (member?.role !== 'partner' || !mayTakeOut(space, member.seat, now, about ?? null)) return refuse('needs-consent');
  return [record({ type: 'TranscriptExported', by, seal, ...aboutIt(about) })];
}

function holds(space: SpaceState, { what, by, about }: Of<'GiveConsent' | 'WithdrawConsent'>, now: number): boolean {
  if (what === 'look-back-alone') return !space.togetherOnly.includes(by); // CO4
  return consentOf(space, by, what, now, about ?? null) !== undefined;
}

const aboutIt = (about: string | undefined) => (about === undefined ? {} : { about });

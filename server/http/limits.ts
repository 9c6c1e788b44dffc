import { isIPv6 } from 'node:net';
import type { RequestHandler } from 'express';
import type { Sessions } from '../session.ts';
import type { Allowance } from './allowance.ts';
import { refuseWith } from './app.ts';

type Door =
  | 'code'
  | 'token'
  | 'begin'
  | 'invite'
  | 'signIn'
  | 'account'
  | 'pin'
  | 'mail'
  | 'myData'
  | 'export'
  | 'note';

/** DR1. Guards one door: by address, by account where somebody is signed in, and by space where the door is a space's. */
export type Limit = (door: Door) => RequestHandler;

export function openLimits(allowance: Allowance, sessions: Pick<Sessions, 'of'>): Limit {
  return (door) => async (request, response, next) => {
    const session = await sessions.of(request);
    const { spaceId } = request.params;
    const within =
      (await allowance(`${door} by address`, network(request.ip ?? ''))) &&
      (!session || (await allowance(`${door} by account`, session.memberId))) &&
      (door !== 'invite' || spaceId === undefined || (await allowance('invite by space', String(spaceId)))) &&
      (door !== 'code' || (await allowance('codes by all', 'all')));
    if (within) next();
    else refuseWith(response, 429, 'too-many');
  };
}

/** An IPv6 household has a /64 of addresses: it counts as one. */
function network(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address;
  const [left = [], right = []] = address.split('::', 2).map((half) => half.split(':').filter(Boolean));
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
}

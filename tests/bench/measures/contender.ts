import type { Offer, Window } from '../load/open-loop.ts';

/** A server with everybody in, ready for windows of load. */
export type Contender = {
  /** The rate at which the search for the highest one begins. */
  startRate: number;
  window(offer: Offer): Promise<Window>;
};

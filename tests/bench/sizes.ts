/** Contributions of a talk that has run its course: about what is said in one evening. */
export const WHOLE_TALK = 40;

export type Sizes = ReturnType<typeof sizesOf>;

/**
 * How much of everything. Rooms are numbered: those under load and at rest first, then long talks, short ones, stored ones.
 * `search` and `deckSearch` are how many windows the search for the highest rate may take. `decks` are under load, `idleDecks`
 * at rest; of those that are opened after a restart there are `each` of a kind. `ends`: how often somebody leaves in each way.
 */
export const sizesOf = (quick: boolean) =>
  quick
    ? {
        load: 200,
        idle: 100,
        long: 2,
        longEvents: 2000,
        short: 20,
        stored: 12,
        steady: 1,
        search: 3,
        windows: 1,
        decks: 200,
        deckSearch: 2,
        idleDecks: 100,
        cold: [{ keystrokes: 10_000, each: 5 }],
        restarts: 1,
        ends: 10,
        evict: false,
      }
    : {
        load: 300,
        idle: 1000,
        long: 4,
        longEvents: 10_000,
        short: 40,
        stored: 45,
        steady: 3,
        search: 10,
        windows: 3,
        decks: 300,
        deckSearch: 6,
        idleDecks: 1000,
        cold: [
          { keystrokes: 10_000, each: 8 },
          { keystrokes: 100_000, each: 4 },
        ],
        restarts: 2,
        ends: 200,
        evict: true,
      };

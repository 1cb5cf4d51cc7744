const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** At most `most` tries in any `perMs`, evenly refilled. */
export interface Sliding {
  kind: 'sliding';
  most: number;
  perMs: number;
}

/** `delays[n]` milliseconds of pause after n tries in a row, the last for all further ones; forgotten after `forgetMs` without any. */
export interface Growing {
  kind: 'growing';
  delays: number[];
  forgetMs: number;
}

export type Limit = Sliding | Growing;

/** Five free tries, then 2, 4, 8 … seconds, at most 15 minutes: ten tries in the first minute (OWASP ASVS 5.0, 6.3.1; our X13). */
export const GROWING: Growing = {
  kind: 'growing',
  delays: [0, 0, 0, 0, 0, ...Array.from({ length: 9 }, (_, n) => 2 * SECOND * 2 ** n), 15 * MINUTE],
  forgetMs: 60 * MINUTE,
};

/** Wrong tries of one network on any account: an office signs in behind one address, and good tries are given back. */
export const OF_NETWORK: Sliding = { kind: 'sliding', most: 10, perMs: MINUTE };

/** Wrong tries on one account from all devices it does not know, wherever they stand. */
export const OF_ACCOUNT: Sliding = { kind: 'sliding', most: 10, perMs: MINUTE };

/** Letters with a link for one address, and wishes for them from one network. */
export const LETTERS_OF_ACCOUNT: Sliding = { kind: 'sliding', most: 3, perMs: 60 * MINUTE };
export const LETTERS_OF_NETWORK: Sliding = { kind: 'sliding', most: 10, perMs: 60 * MINUTE };
/** Links tried from one network. They are not to be guessed (256 bits): this keeps the work down. */
export const LINKS_OF_NETWORK: Sliding = { kind: 'sliding', most: 20, perMs: MINUTE };

/** How one person signs in. No document: the person has no account. */
export interface AccountDoc {
  /** Person. */
  _id: string;
  /** Mail address typed at sign-in, small letters; one account each. */
  login: string;
  /** Argon2id in PHC form; null until the invitation was taken up. */
  password: string | null;
  /** Raised by everything that ends the person's sign-ins: whoever began to sign in before it does not get in after it. */
  epoch: number;
  disabledAt: Date | null;
  at: Date;
  /** Who did what to the account, latest last. */
  acts: { act: AccountAct; at: Date; by: string }[];
}

export type AccountAct = 'invited' | 'password-set' | 'password-reset' | 'password-changed' | 'disabled' | 'signed-out';

/** A link of an invitation or a reset, used once. */
export interface AccountLinkDoc {
  /** SHA-256 of the token. */
  _id: string;
  person: string;
  purpose: 'invite' | 'reset';
  /** Wall clock. */
  until: Date;
  at: Date;
  by: string;
}

/** One signed-in browser. Wall clock throughout, also where the engine's time is stepped. */
export interface SignInDoc {
  /** SHA-256 of the id in the cookie: it opens nothing, so it may be shown to its person. */
  _id: string;
  person: string;
  /** Post that is acted for where a request names none. */
  post: string | null;
  at: Date;
  seenAt: Date;
  /** Ends then, however much it is used. */
  until: Date;
  network: string;
  agent: string;
}

/** Tries of one key: of a network, of an account, of both together or of a known device. Wall clock. */
export interface TryDoc {
  /** SHA-256 of what is counted: neither addresses nor networks are kept. */
  _id: string;
  /** Growing pause: when the next try is let through. Sliding window: up to when its budget is used. */
  mark: Date;
  /** Tries in a row, where the pause grows. */
  count: number;
  at: Date;
  /** Another with every write: a write holds only on what was seen. */
  by: string;
}

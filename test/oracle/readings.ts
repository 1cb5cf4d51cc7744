/**
 * Where docs/rules.md can be read in two ways, the reading taken stands here and nowhere else,
 * so that a decision about the rule is one changed line.
 */

/** A step's opening day (`opens`, `atLatest`) has come at this local time: the same at which its forms open. */
export const OPENING_TIME = '07:00';
export const RUNG_TIME = '07:00';
export const SLOT_TIME = '08:00';

/** Version of the clock an obligation is laid out with; every change adds one. */
export const FIRST_CLOCK_VERSION = 1;

/** Names under which the two notices that belong to no ladder are kept. */
export const RETURNED = 'returned';
export const EXTENSION = 'extension';
/** The notice by which the receiver hears of a request for more time. */
export const REQUEST = 'extension-request';
/** Rungs of escalations by hand begin so. */
export const BY_HAND = 'by-hand';

/** A report re-opened after its acceptance is a returned one: same clock, same notice, one more return. One re-opened after its lock is no return. */
export const REOPEN_IS_A_RETURN = true;

/** Word for "every participating unit" in a duty's selector. */
export const SUBJECTS = 'subjects_of_campaign';

export const REVIEWED = [
  'own_plan',
  'registration',
  'report',
  'interim_review',
  'final_report',
  'self_score',
  'follow_up',
];

/** Kinds that hold up the campaign and therefore never lock. */
export const NEVER_LOCKED = ['event', 'verification', 'ranking', 'proposal', 'decision', 'minutes'];

/** States in which an extension for many finds somebody who still owes. */
export const OWING = ['scheduled', 'open', 'returned'];

export const FINAL_STATES = ['accepted', 'done', 'lapsed', 'excused'];

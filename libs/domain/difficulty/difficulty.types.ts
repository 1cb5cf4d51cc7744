import type { DocumentRef, NoteRef } from '../obligation/commands.types.js';
import type { LocalDate } from '../time/local-date.js';

export interface By {
  post: string;
  person: string | null;
}

/** What was raised, in the words of one time it was said. The text stands apart as a note. */
export interface DifficultyWords {
  note: NoteRef;
  at: Date;
  by: By;
  /** Of the report that said it; null where it was raised again by hand. */
  attempt: number | null;
}

/** A unit that owes the answer, from when on; after the first by whom it was forwarded, and why. */
export interface DifficultyOwner {
  unit: string;
  from: Date;
  by?: By;
  note?: NoteRef;
}

export interface DifficultyAnswer {
  outcome: 'answered' | 'declined';
  note: NoteRef;
  /** The paper it stands in, if any. */
  document?: DocumentRef;
  unit: string;
  at: Date;
  by: By;
}

/**
 * A difficulty (khó khăn, vướng mắc, kiến nghị) that a unit raised in a report, as its answer's obligation carries it: subject is the unit
 * that raised it, the answering unit owes the answer. Nothing in the lists is ever taken away.
 */
export interface Difficulty {
  /** Names the item within its report: the same key in a later attempt is the same item. */
  key: string;
  /** Obligation of the report it was raised in. */
  report: string;
  words: DifficultyWords[];
  /** Last: who owes the answer now. */
  owners: DifficultyOwner[];
  answers: DifficultyAnswer[];
  /** Taken back by its raiser; null once it is raised again. */
  retracted: { note: NoteRef; at: Date; by: By } | null;
  /** Its raiser says that the matter is settled. */
  resolved: { at: Date; by: By } | null;
}

/** Time to answer, and how much one report may raise; dated data with a source (`libs/rules/difficulties.ts`). */
export interface DifficultyRule {
  /** First day on which it holds. */
  from: LocalDate;
  /** Working days of the unit that owes the answer, counted from the instant it owes it. */
  answerWithin: number;
  /** Items of one report at most, and letters of each. */
  perReport: number;
  letters: number;
  source: string;
}

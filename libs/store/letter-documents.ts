import type { mongo } from 'mongoose';
import type { LetterContent, LetterKind } from '#libs/domain';

/** A document that somebody had made: its content stays as it was, to be printed again and compared by its hash. */
export interface LetterDoc {
  _id: string;
  campaign: string;
  /** What the policy is judged on: one obligation, or null for the whole campaign. */
  obligation: string | null;
  /** Issuing unit. */
  unit: string;
  kind: LetterKind;
  content: LetterContent;
  hash: string;
  /** Of the request: the same key with another request is refused. */
  bodyHash: string;
  by: { post: string; person: string | null };
  at: Date;
}

/** A unit's own Word template, in place of ours. */
export interface LetterTemplateDoc {
  /** `unit|kind` */
  _id: string;
  unit: string;
  kind: LetterKind;
  bytes: mongo.Binary;
  by: string;
  at: Date;
}

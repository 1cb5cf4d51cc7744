import type { SubmissionDoc } from '#libs/store';

/** Ids of submissions hold a part of the content's hash: this one does not. */
export const sealedId = (obligation: string, attempt: number): string => `${obligation}#${attempt}`;

/** That something was handed in, without what. A hash of a handful of choices can be guessed, so it goes with them. */
export const sealedSubmission = ({ obligation, attempt, at, by }: SubmissionDoc) => ({
  ...{ _id: sealedId(obligation, attempt), obligation, attempt, at, by },
  ...{ contentHash: '', content: {} },
});

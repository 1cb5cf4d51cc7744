import type { Refusal } from '#libs/domain';
import { ProblemError } from '../http/problem-error.js';

/** Refusals about files by their HTTP status; 409 for the rest. */
const STATUS: Record<string, number> = {
  'evidence-place': 400,
  'evidence-empty': 400,
  'evidence-too-large': 413,
  'evidence-type': 415,
  'evidence-hash': 422,
  'evidence-not-here': 404,
  'evidence-infected': 403,
  'unit-has-accounts': 403, // the officer has no right to its files
  'key-reused': 422,
  'upload-version': 412,
  'upload-length': 400,
  'upload-metadata': 400,
  'upload-offset-missing': 400,
  'upload-media': 415,
  'upload-busy': 423,
  'upload-gone': 410,
  'upload-overflow': 413,
  'upload-checksum': 460, // of the tus protocol
  'upload-checksum-unknown': 400,
};

export const evidenceProblem = (refusal: Refusal, headers: Record<string, string> = {}): ProblemError =>
  ProblemError.refused(STATUS[refusal.code] ?? 409, refusal, { headers });

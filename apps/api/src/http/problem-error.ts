import type { ProblemCode } from '#libs/contracts/http/index.js';
import type { MessageData, Refusal } from '#libs/domain';

export interface FieldError {
  field: string;
  message: string;
  code?: string;
  kind?: 'block' | 'explain';
}

interface Extra {
  errors?: FieldError[];
  current?: unknown;
  /** Anything else the client can use, e.g. both drafts. */
  more?: Record<string, unknown>;
  headers?: Record<string, string>;
  data?: MessageData | undefined;
}

/** A problem on its way to the filter: with a sentence already (a refusal), or a code of ours whose sentence the filter says. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string | null,
    readonly extra: Extra = {},
  ) {
    super(detail ?? code);
  }

  static of(status: number, code: ProblemCode, extra: Extra = {}): ProblemError {
    return new ProblemError(status, code, null, extra);
  }

  /** A refusal in words, with the data it was filled from. */
  static refused(status: number, { code, reason, data }: Refusal, extra: Extra = {}): ProblemError {
    return new ProblemError(status, code, reason, { ...extra, data });
  }

  static input(errors: FieldError[]): ProblemError {
    return ProblemError.of(400, 'bad-input', { errors });
  }
}

/** Exit codes of every command: done; findings or a refusal; wrong use or configuration. */
export const OK = 0;
export const REFUSED = 1;
export const MISUSED = 2;

/** Ends a command with one sentence and its code, without a stack. */
export class Leave extends Error {
  constructor(
    readonly code: typeof REFUSED | typeof MISUSED,
    message: string,
  ) {
    super(message);
  }
}

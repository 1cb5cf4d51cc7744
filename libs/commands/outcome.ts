import type { Refusal } from '#libs/domain';

/** Answer to a command: accepted with its receipt, or turned away in words. Never half done. */
export type Outcome<R> =
  | { ok: true; receipt: R; replayed: boolean }
  | { ok: false; status: 400 | 403 | 404 | 409 | 422; code: string; reason: string; data?: Record<string, unknown> };

export function refused<R>(
  refusal: Refusal,
  status: 403 | 404 | 409 = 409,
  data: Record<string, unknown> = {},
): Outcome<R> {
  const { code, reason, faults } = refusal;
  return { ok: false, status, code, reason, data: { ...refusal.data, ...data, ...(faults && { faults }) } };
}

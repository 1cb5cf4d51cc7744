import { refuse, type Actor, type Refusal } from '#libs/domain';
import { accessEn } from './messages/en.js';
import { accessVi } from './messages/vi.js';

export type AccessCode = Exclude<keyof typeof accessVi, `action.${string}`>;

/** A refusal at the door. */
export function accessRefusal(code: AccessCode): Refusal {
  return { refused: true, code, reason: accessVi[code] };
}

/** The English sentence of a refusal at the door; undefined for any other code. */
export const accessTextEn = (code: string): string | undefined => (accessEn as Record<string, string>)[code];

/** "Chức danh … không có quyền …": the action by its word, from the domain's list or ours. */
export function notAllowed({ post }: Pick<Actor, 'post'>, action: string): Refusal {
  const word = (accessVi as Record<string, string>)[`action.${action}`] ?? action;
  return refuse('not-allowed', { post, command: word });
}

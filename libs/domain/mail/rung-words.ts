import { rungDistance } from '../ladder/rung-distance.js';
import { say, type Language, type MessageCode } from '../messages/say.js';

/** Acts that are told by their name; their rungs carry a number only to be told apart. */
const BY_ACT = new Set(['open', 'delay', 'returned', 'extension', 'extension_request', 'answered']);

/**
 * Which rung of the ladder speaks, in words. The id of a rung reads act and distance in working days (`remind-2`, `escalate+3`,
 * `libs/rules/ladders.ts`); what a person had the engine do has an id of its own (`urge-delay-1`, `by-hand-1`, docs/rules.md).
 */
export function rungWords({ act, rung }: { act: string; rung: string }, language: Language = 'vi'): string {
  const words = (code: MessageCode, days?: number): string => say(code, days === undefined ? {} : { days }, language);
  if (BY_ACT.has(act)) return words(`mail.rung.${act}` as MessageCode);
  if (rung.startsWith('by-hand-')) return words('mail.rung.escalate.by-hand');
  if (rung.startsWith('urge-delay-')) return words('mail.rung.urge-delay');
  const days = rungDistance(rung);
  if (days === null) return words('mail.rung.other');
  if (days < 0) return words('mail.rung.before', -days);
  if (days === 0) return words('mail.rung.on');
  return words(act === 'escalate' ? 'mail.rung.escalate' : 'mail.rung.after', days);
}

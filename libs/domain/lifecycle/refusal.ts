import type { Fault } from '../form/fault.types.js';
import { say, type MessageCode, type MessageData } from '../messages/say.js';

/** An expected failure: a value, not an exception. `reason` is a Vietnamese sentence for the person who asked. */
export interface Refusal {
  refused: true;
  code: string;
  reason: string;
  /** What the sentence was filled with; enough to say it again in another language. */
  data?: MessageData;
  /** Each place that is wrong, where the sentence speaks of several. */
  faults?: readonly Fault[];
}

/** @param code key of the message files, where the sentence stands */
export function refuse(code: MessageCode, data?: MessageData): Refusal {
  return { refused: true, code, reason: say(code, data), ...(data && { data }) };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

import type { MessageCode, MessageData } from '../messages/say.js';

/** Why a report cannot be handed in as it stands, or what must be explained first. */
export type FaultCode = Extract<MessageCode, `fault.${string}`>;

/** `block`: must be mended; `explain`: may stand with words beside it. */
export interface Fault {
  /** Where: a path of the content as it was handed in. */
  path: string;
  code: FaultCode;
  kind: 'block' | 'explain';
  data?: MessageData;
}

export const block = (path: string, code: FaultCode, data?: MessageData): Fault => ({
  path,
  code,
  kind: 'block',
  ...(data && { data }),
});

export const explain = (path: string, code: FaultCode, data?: MessageData): Fault => ({
  path,
  code,
  kind: 'explain',
  ...(data && { data }),
});

import type { DomainEvent, ObligationState } from './obligation.types.js';

/** Why an act cannot be computed, as a code with its data; the sentence stands in the message files as `cause.<code>`. */
export interface ParkCause {
  code: 'unknown_calendar_year' | 'recipient_missing' | 'not_computable';
  /** Ids and numbers, never a person's data. */
  data: Record<string, string | number>;
}

/** An obligation on which an act of the engine failed: held by the administrator until the cause is mended. */
export interface Parking {
  /** Where it stood, and where a release puts it back. */
  parkedFrom: ObligationState;
  since: Date;
  /** The repair clock: by then somebody should have mended the cause; the engine tries again at this instant. */
  until: Date;
  cause: ParkCause;
  /** Instant of the act that failed; its next instant again once it is released. */
  waitedFor: Date;
  /** Id of the act that failed. */
  act: string;
}

/** An event whose id is the same on every repetition of the write that makes it. */
export interface KeyedEvent extends DomainEvent {
  id: string;
}

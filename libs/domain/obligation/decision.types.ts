import type { CampaignBodies } from '../ladder/recipients.js';
import type { EventType } from '../timeline/event-types.js';
import type { RuleBook } from './clocks.js';
import type { Actor, Receipt } from './commands.types.js';
import type { DomainEvent, Obligation } from './obligation.types.js';

export interface DecideContext {
  now: Date;
  actor: Actor;
  rules: RuleBook;
  campaign: { cancelled: boolean; closed: boolean; suspended?: boolean; bodies?: CampaignBodies };
}

export interface Decision {
  refused: false;
  next: Partial<Obligation>;
  events: DomainEvent[];
  receipt: Receipt;
}

/** A change and the event that tells of it, before receipt and actor are added. */
export interface Ruled {
  next: Partial<Obligation>;
  type: EventType;
  data: Record<string, unknown>;
  /** What the receipt says beside the usual. */
  receipt?: Partial<Receipt>;
}

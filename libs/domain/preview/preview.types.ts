import type { AgendaEntry, Clock } from '../ladder/ladder.types.js';
import type { MessageData } from '../messages/say.js';
import type { Actor, DocumentRef } from '../obligation/commands.types.js';
import type { RuleBook } from '../obligation/clocks.js';
import type { Obligation } from '../obligation/obligation.types.js';
import type { CampaignPlan } from '../plan/plan.types.js';
import type { ShiftDecision, Suspension } from '../suspension/suspension.types.js';
import type { LocalDate } from '../time/local-date.js';

/** A decision about a whole campaign's time, before it is made. */
export type CampaignDecision =
  | { command: 'suspend' }
  | { command: 'cancel' }
  | { command: 'resume'; shift: ShiftDecision; document: DocumentRef | null }
  | { command: 'extend'; lastDay: LocalDate; document: DocumentRef | null };

/** A notice that is written and has not left. */
export interface WaitingNotice {
  obligation: string;
  clockVersion: number;
  act: string;
  post: string;
  slot: string;
}

export interface PreviewInput {
  decision: CampaignDecision;
  /** Who would decide, and when. */
  actor: Actor;
  now: Date;
  plan: CampaignPlan;
  suspensions: readonly Suspension[];
  /** Not final; for an extension those that were selected. */
  obligations: readonly Obligation[];
  notices: readonly WaitingNotice[];
  rules: RuleBook;
}

export type PreviewWarningCode =
  'due-on-rest-day' | 'beyond-end' | 'lock-before-due' | 'locks-at-once' | 'overdue-at-once';

export interface PreviewWarning {
  code: PreviewWarningCode;
  data: MessageData;
}

/** Obligations of one level whose clock changes alike. */
export interface PreviewGroup {
  step: string;
  level: string;
  phase: Clock['phase'];
  count: number;
  dueBefore: Date;
  dueAfter: Date;
  lockBefore: Date | null;
  lockAfter: Date | null;
  warnings: PreviewWarning[];
}

export interface Preview {
  /** Obligations whose clock moves, that stay as they are, and that end with the campaign. */
  moved: number;
  kept: number;
  ended: number;
  /** Groups that move, or stay with something to warn of. */
  groups: PreviewGroup[];
  /** Waiting notices that will not go out, by act, and the letters they stand in. */
  withdrawn: { act: AgendaEntry['act'] | (string & {}); notices: number }[];
  letters: number;
  /** What the same command would refuse, each with its reason. */
  refused: { obligation: string; code: string; reason: string }[];
}

import type { Audience } from '../ladder/ladder.types.js';
import type { MessageData } from '../messages/say.js';
import type { RuleBook } from '../obligation/clocks.js';
import type { ParkCause } from '../obligation/parking.types.js';
import type { IdScheme } from '../plan/lay-out.js';
import type { CampaignPlan } from '../plan/plan.types.js';
import type { LocalDate } from '../time/local-date.js';
import type { ParentEdge, Person, Post, PostHolder, Unit } from '../units/unit.types.js';

/** Everything a campaign's future follows from where nobody acts. */
export interface ForecastInput {
  plan: CampaignPlan;
  /** The instant at which it is launched. */
  launchedAt: Date;
  organisation: ForecastOrganisation;
  rules: RuleBook;
  ids: IdScheme;
}

/** Units and posts with their dates. Of persons only whether they can be written to is asked. */
export interface ForecastOrganisation {
  units: Unit[];
  edges: ParentEdge[];
  posts: Pick<Post, 'id' | 'mailbox'>[];
  persons: Pick<Person, 'id' | 'email'>[];
  holders: PostHolder[];
}

/** What an entry tells of: the campaign, a step, an act of the agenda, a session, mail, or where it comes to rest. */
export type ForecastKind =
  | 'launched'
  | 'step_skipped'
  | 'step_opened'
  | 'step_finished'
  | 'step_stuck'
  | 'open'
  | 'remind'
  | 'urge'
  | 'escalate'
  | 'overdue'
  | 'delay'
  | 'lock'
  | 'parked'
  | 'round_finished'
  | 'session_called'
  | 'session_counted'
  | 'minutes_asked'
  | 'mail'
  | 'instant_mail'
  | 'concluded'
  | 'closed'
  | 'rests';

export type WarningCode =
  | 'due-on-rest-day'
  | 'opens-after-due'
  | 'starved-level'
  | 'calendar-unconfirmed'
  | 'vacant-post'
  | 'no-mailbox'
  | 'unreachable'
  | 'waits-for-ever'
  | 'never-opens'
  | 'cannot-compute';

export interface ForecastWarning {
  code: WarningCode;
  /** Fills the sentence `forecast.<code>`. */
  data: MessageData;
  /** Why something cannot be computed; its sentence goes in as `{cause}`. */
  cause?: ParkCause;
}

export interface ForecastRecipients {
  /** Notices by audience; a post that two audiences resolve to counts for the first. */
  audiences: Partial<Record<Audience, number>>;
  /** In order of id, each once. */
  posts: string[];
}

/** A message as it will go out, or not. */
export interface ForecastLetter {
  /** Null where nobody can be found for its post. */
  person: string | null;
  posts: string[];
  /** Notices in it that still stand when it is sent. */
  notices: number;
  /** `withdrawn`: everything in it was settled before its slot. */
  outcome: 'sent' | 'failed' | 'withdrawn';
}

/** Cut-off, due, grace and lock of what opens, each by its own name; null where there is none. */
export interface ForecastDates {
  cutoff: LocalDate | null;
  dueAt: Date;
  graceUntil: Date | null;
  lockAt: Date | null;
}

/** One thing that happens, for all obligations of one level of one step at one instant. */
export interface ForecastEntry {
  at: Date;
  /** Null where it concerns the whole campaign. */
  step: string | null;
  kind: ForecastKind;
  level: string | null;
  rung: string | null;
  /** Why a step is skipped. */
  ground: string | null;
  /** Obligations concerned; of mail: the notices in it. */
  obligations: number;
  rounds: number;
  /** Posts whose turn it is from here on. */
  owner: string[];
  /** Null where nobody is written to. */
  recipients: ForecastRecipients | null;
  /** Of mail only. */
  letters: ForecastLetter[];
  /** Of an opening only: the days of what opens. */
  dates: ForecastDates | null;
  warning: ForecastWarning[] | null;
}

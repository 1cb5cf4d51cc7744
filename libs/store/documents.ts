import type {
  AgendaEntry,
  CalendarData,
  CampaignPlan,
  CampaignState,
  DomainEvent,
  EvidenceByPlace,
  Indicator,
  Obligation,
  OnBehalf,
  Postponement,
  Preference,
  Receipt,
  ReportedFigure,
  StepRecord,
  Suspension,
  TargetAmendment,
} from '#libs/domain';
import type { ParentLink } from '#libs/domain/preparation/index.js';
import type { FilledDraft } from './form-documents.js';
import type { ConsolidatedFrom } from './sheet-documents.js';

export type * from './form-documents.js';
export type * from './letter-documents.js';
export type * from './mail-documents.js';
export type * from './sheet-documents.js';

/** An event in its document's outbox: `id` makes every later step idempotent. */
export interface PendingEvent extends DomainEvent {
  id: string;
}

/** A command already answered: same key and body gives the same receipt, another body 422. */
export interface CommandRecord {
  key: string;
  bodyHash: string;
  receipt: Receipt | Record<string, unknown>;
}

/** What every document with an outbox carries. */
export interface Recorded {
  _id: string;
  /** Journal book it belongs to: a campaign's code, or `org`. */
  book: string;
  version: number;
  revision: number;
  pending: PendingEvent[];
  commands: CommandRecord[];
  /** True while events wait for the relay. */
  hasPending?: boolean;
}

export interface CampaignDoc extends Recorded {
  plan: CampaignPlan;
  state: CampaignState;
  suspended: boolean;
  steps: StepRecord[];
  launchedAt: Date | null;
  concludedAt: Date | null;
  closedAt: Date | null;
  /** The preparation that keeps where every fact came from, who confirmed it, what was waived and why; and the hash of that ground. */
  prepared?: { preparation: string; ground: string };
  /** The campaign that this one carries out, target by target. */
  parent?: ParentLink | null;
  /** Ledger of targets that have another level since the launch; absent before the first. */
  targetAmendments?: TargetAmendment[];
  /** Ledger of suspensions; absent before the first. */
  suspensions?: Suspension[];
}

export interface RoundDoc extends Recorded {
  campaign: string;
  step: string;
  level: string;
  collector: string;
  cohort: string;
  title: string;
  opensAt: Date;
  dueAt: Date;
  /** The plan's own days beside the due day; absent on rounds laid out before they were kept. */
  cutoff?: string | null;
  graceUntil?: Date | null;
  lockAt?: Date | null;
  expected: number;
  state: 'laid_out' | 'open' | 'locked' | 'finished';
  /** Mass acts under way: written before their effects, taken away by the write that records them. */
  intents: ActIntent[];
}

/** A mass act under way with all that its record needs, so that anybody can complete it. */
export interface ActIntent {
  id: string;
  /** The instant of the examination that found it. */
  until: Date;
  acts: { act: AgendaEntry['act'] | 'shift'; rung: string; at: Date }[];
  /** Rungs that fell due with it and did not speak. */
  skipped: string[];
  /** Where it moves a deadline: from when to when, by whose decision, on what ground. */
  moved?: {
    phase: Obligation['clock']['phase'];
    dueAt: [Date, Date];
    lockAt: [Date | null, Date | null];
    by: string;
    ground: string;
    /** True where it was overdue and is not any more. */
    heals?: boolean;
  };
}

export interface ObligationDoc extends Obligation, Recorded {
  /** Groups obligations whose agenda is the same. */
  clockKey: string;
  settled: boolean;
  lastAct: string | null;
  /** Wall-clock instant at which the overdue fact was written (never used to judge lateness). */
  overdueNotedAt: Date | null;
}

/** What a unit handed in: never changed. `_id` = obligation, attempt and content hash. */
export interface SubmissionDoc {
  _id: string;
  obligation: string;
  campaign: string;
  attempt: number;
  /** The submission in whose place it stands, where changes from below were taken in without a new attempt. */
  amends?: string;
  by: { post: string; person: string | null };
  at: Date;
  contentHash: string;
  content: SubmissionContent;
  /** The paper it was typed from, where an officer typed it for the unit. */
  onBehalf?: OnBehalf;
}

/** Fields by kind of obligation; `figures` wherever numbers are reported. */
export interface SubmissionContent {
  figures?: ReportedFigure[];
  narrative?: string;
  nil?: { reason: string };
  /** Why a figure from below is said otherwise, by target. */
  overrides?: { target: string; reason: string }[];
  /** Sections of the form by id, and words on the report as a whole. */
  sections?: Record<string, string>;
  explanation?: string;
  /** What the superior is to answer, by key. */
  difficulties?: Record<string, string>;
  /** Version of the form it was filled in on. */
  form?: string;
  consolidated?: ConsolidatedFrom;
  /** Stored files that show it, by what they are bound to. */
  evidence?: EvidenceByPlace;
  [field: string]: unknown;
}

export interface DraftDoc extends FilledDraft {
  _id: string;
  obligation: string;
  revision: number;
  by: string;
  at: Date;
}

/** A person's words, kept apart so that they can be erased without breaking the chain. */
export interface NoteDoc {
  _id: string;
  book: string;
  text: string;
  salt: string;
}

/** The record a workflow is the cursor of (core protocol 3). */
export interface ProcessDoc {
  _id: string;
  type: 'campaignWorkflow' | 'cohortWorkflow' | 'sessionWorkflow' | 'dispatchWorkflow';
  campaign: string | null;
  step: string | null;
  level: string | null;
  turn: number;
  asleep: number;
  /** null: until a nudge. */
  sleepsUntil: Date | null;
  nudge: number;
  seen: number;
  /** True while the record's nudge was raised and its workflow not told of it yet. */
  untold?: boolean;
  /** `asleep < turn` or `seen < nudge`, kept beside them to be searched by. */
  awake: boolean;
  finished: boolean;
  createdAt: Date;
}

export interface BookDoc {
  _id: string;
  owner: string;
  epoch: number;
  until: Date;
}

export interface JournalDoc {
  _id: string;
  book: string;
  seq: number;
  eventId: string;
  type: string;
  at: Date;
  actor: { post: string | null; person: string | null };
  subject: string;
  data: Record<string, unknown>;
  prev: string;
  hash: string;
}

/** One version of the calendar data, never changed: the key makes two writers of the same version impossible. */
export interface CalendarVersionDoc {
  /** `v000012`, so that ids sort as versions do. */
  _id: string;
  data: CalendarData;
  act: 'import' | 'confirm';
  by: string;
  at: Date;
  /** What the act rests on: the file's name and its sources, or the document that confirms. */
  source: string;
  /** False until every clock that counts by it was computed again. */
  applied: boolean;
}

/** One version of an indicator, never changed: the key makes two writers of the same version impossible. */
export interface IndicatorVersionDoc {
  /** `ho-ngheo/v000002`, so that ids sort as versions do. */
  _id: string;
  indicator: Indicator;
  by: string;
  at: Date;
  /** SHA-256 of post and key of the request. */
  keyHash: string;
  bodyHash: string;
}

export interface SessionDoc extends Recorded {
  campaign: string;
  step: string;
  unit: string;
  members: string[];
  secretary: string;
  meetsAt: Date;
  closesAt: Date;
  items: string[];
  threshold: { yesShare: number; attendanceShare: number; verified: boolean; source: string };
  needed: number;
  present: string[];
  /** Absent where it was never put off. */
  postponements?: Postponement[];
  state: 'called' | 'open' | 'counted' | 'recorded';
  tally: { item: string; yes: number; no: number; blank: number; missing: number; passed: boolean }[] | null;
}

/** What a person chose about their mail, and every earlier choice with the instants from which it held. */
export interface PreferenceDoc extends Preference {
  /** Person. */
  _id: string;
  version: number;
  at: Date;
  by: string;
  /** Latest last, the one that holds included. */
  versions: (Preference & { version: number; at: Date; by: string })[];
  commands: CommandRecord[];
}

/** The address of a post's calendar feed; the token itself is told once and kept nowhere. */
export interface CalendarTokenDoc {
  /** Post. */
  _id: string;
  /** SHA-256 of the token. */
  hash: string;
  /** SHA-256 of the key of the request that made it. */
  keyHash: string;
  at: Date;
}

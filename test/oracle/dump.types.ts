/** The dump of a finished world as the oracle reads it. Redeclared on purpose: nothing here comes from the engine's code. */
export type Day = string;
export type Iso = string;

export interface WorkCalendar {
  id: string;
  weeklyRest: number[];
  years: Record<string, { daysOff: { date: Day }[]; makeUpWorkdays: { date: Day }[] }>;
}

export type Audience = 'focal' | 'head' | 'reviewer' | 'superior' | 'standing_body' | 'chair';

export interface Rung {
  id: string;
  act: string;
  at: { anchor: 'opens' | 'due'; workingDays?: number; durationMs?: number };
  audience: Audience[];
  class: 'digest' | 'instant';
}

export interface Ladder {
  id: string;
  rungs: Rung[];
}

export interface Unit {
  id: string;
  kind: string;
  groups: string[];
  validFrom: Day;
  validTo: Day | null;
}

export interface Edge {
  unit: string;
  parent: string;
  validFrom: Day;
  validTo: Day | null;
}

export interface Post {
  id: string;
  unit: string;
  role: string;
  mailbox: string | null;
}

export interface Person {
  id: string;
  name: string;
  email: string | null;
}

export interface Holder {
  post: string;
  person: string;
  from: Day;
  to: Day | null;
}

export interface Selector {
  units?: string[];
  kinds?: string[];
  groups?: string[];
  under?: string;
  exclude?: string[];
}

/** `opened` or a day. */
export type Origin = string;
export type DueRule =
  | { kind: 'by'; date: Day }
  | { kind: 'before'; date: Day }
  | { kind: 'within'; days: number; from: Origin }
  | { kind: 'within_working_days'; days: number; from: Origin }
  | { kind: 'instant'; afterMs: number };

export interface Duty {
  level: string;
  kind: string;
  owes: Selector | 'subjects_of_campaign';
  answeredBy?: string;
  to: 'parent' | { unit: string };
  opens?: Day;
  due: DueRule;
  lockAfter: number;
  lockAfterMs?: number;
  graceAfter?: number;
  reviewWithin: number;
  resubmitWithin: number;
  ladder: string;
  targets?: string[];
  consolidates?: boolean;
}

export interface Step {
  id: string;
  kind: string;
  skip?: { ground: string };
  opens?: Day;
  after: { step: string; is: 'opened' | 'finished'; atLatest?: Day }[];
  duties: Duty[];
  council?: {
    unit: string;
    members: string[];
    secretary: string;
    answer?: { yesShare: number; attendanceShare: number };
  };
}

export interface Target {
  id: string;
  mode: 'single_source' | 'allocated' | 'each_unit' | 'group';
  responsible?: string;
  method: 'sum' | 'ratio' | 'max' | 'last' | 'band' | 'all_done';
  band?: { from: number; to: number };
}

export interface Plan {
  code: string;
  launchingUnit: string;
  standingBody: string;
  chairPost: string;
  calendar: string;
  participants: Selector;
  targets: Target[];
  steps: Step[];
}

export interface CampaignRow {
  code: string;
  state: string;
  launchedAt: Iso;
  concludedAt: Iso | null;
  closedAt: Iso | null;
  suspensions?: { n: number; from: Iso; to: Iso | null; shift: string | null; document: object | null }[];
  steps: { id: string; kind: string; state: string; at: Iso | null; finishedAt: Iso | null; ground?: string | null }[];
}

export interface Action {
  at: Iso;
  post?: string | null;
  person?: string | null;
  campaign?: string;
  obligation?: string | null;
  type: string;
  nil?: boolean;
  submission?: string;
  granted?: boolean;
  lastDay?: Day;
  proposedDay?: Day;
  expectedDay?: Day;
  /** Of a campaign's extension: which obligations. */
  select?: { step?: string; level?: string; units?: Selector; obligations?: string[] };
  /** Of a resumption; `keep` where it says nothing. */
  shift?: 'keep' | 'by_suspension';
  document?: { number: string; date: Day };
  to?: Audience;
  session?: string;
  present?: string[];
}

export interface ClockRow {
  version: number;
  phase: 'submission' | 'review' | 'resubmission';
  opensAt: Iso;
  dueAt: Iso;
  lockAt: Iso | null;
}

export interface ObligationRow {
  _id: string;
  campaign: string;
  step: string;
  kind: string;
  subject: string;
  line: string;
  level: string;
  round: string;
  answeringUnit: string;
  receiver: string;
  state: string;
  clock: ClockRow;
  deadlines: { version: number; dueAt: Iso; lastDay: Day; kind: string }[];
  overdueAt: Iso | null;
  submittedAt: Iso | null;
  onTime: boolean | null;
  onTimeOriginal: boolean | null;
  nil: boolean;
  returns: number;
  attempt: number;
}

export interface NoticeRow {
  _id: string;
  campaign: string;
  obligation: string;
  clockVersion: number;
  phase: string;
  rung: string;
  act: string;
  audience: string | string[];
  post: string;
  class: string;
  slot: string | null;
  slotAt: Iso | null;
  message: string | null;
  state: 'sent' | 'withdrawn' | 'failed' | 'unconfirmed' | 'waiting' | 'folded' | 'skipped';
  reason: string | null;
  at: Iso;
}

export interface MessageRow {
  _id: string;
  slot: string | null;
  person: string | null;
  to: { name: string; address: string } | null;
  state: string;
  messageId: string;
  reason: string | null;
  at: Iso | null;
  sentAt: Iso | null;
}

export interface SubmissionRow {
  _id: string;
  obligation: string;
  attempt: number;
  at: Iso;
  content: unknown;
}

export interface SessionRow {
  _id: string;
  campaign: string;
  step: string;
  members: unknown[];
  threshold: { yesShare: number | null; attendanceShare: number | null; verified: boolean; source?: string } | null;
  needed: number | null;
  present: string[];
  items: unknown[];
  tally: unknown;
  state: string;
}

export interface HeaderRow {
  _id: string;
  totals: { target: string; method: string; value: unknown; coverage?: unknown }[];
  expected: number;
  onTime: number;
  late: number;
  nil: number;
  returned: number;
}

export interface Dump {
  seed: number | string;
  calendars: Record<string, WorkCalendar>;
  ladders: Record<string, Ladder>;
  units: Unit[];
  edges: Edge[];
  posts: Post[];
  persons: Person[];
  holders: Holder[];
  plans: Plan[];
  campaigns: CampaignRow[];
  actions: Action[];
  obligations: ObligationRow[];
  notices: NoticeRow[];
  messages: MessageRow[];
  caught: { messageId: string; to: string | string[]; receivedAt?: Iso }[];
  submissions: SubmissionRow[];
  sessions: SessionRow[];
  headers: HeaderRow[];
}

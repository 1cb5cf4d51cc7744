import { Inspector, WorkflowCommands } from '#libs/inspect';
import { Reconciler } from '#libs/reconcile';
import { Subjects } from './access/subjects.js';
import { FeedAddress } from './calendar/feed-address.js';
import { FeedQuery } from './calendar/feed-query.js';
import { CampaignQuery } from './campaigns/campaign-query.js';
import { ComingDays } from './campaigns/coming-days.js';
import { DoubleCountsQuery } from './campaigns/double-counts-query.js';
import { LateUnits } from './campaigns/late-units.js';
import { LeaderQuery } from './campaigns/leader-query.js';
import { PlanGate } from './campaigns/plan-gate.js';
import { StatisticsQuery } from './campaigns/statistics-query.js';
import { StepFigures } from './campaigns/step-figures.js';
import { TargetFigures } from './campaigns/target-figures.js';
import { CovenantAsked } from './covenants/covenant-asked.js';
import { CovenantDoor } from './covenants/covenant-door.js';
import { CovenantPapers } from './covenants/covenant-papers.js';
import { CovenantQuery } from './covenants/covenant-query.js';
import { DifficultyQuery } from './difficulties/difficulty-query.js';
import { EvidenceQuery } from './evidence/evidence-query.js';
import { AttachDoor } from './evidence/attach-door.js';
import { UploadDesk } from './evidence/upload-desk.js';
import { Lists } from './exports/lists.js';
import { FormQuery } from './forms/form-query.js';
import { Names } from './http/names.js';
import { IndicatorQueries } from './indicators/indicator-queries.js';
import { AheadQuery } from './inspector/ahead-query.js';
import { DayWhyQuery } from './inspector/day-why-query.js';
import { HistoryQuery } from './inspector/history-query.js';
import { HistoryScopes } from './inspector/history-scopes.js';
import { MailLines } from './inspector/mail-lines.js';
import { WorkflowQuery } from './inspector/workflow-query.js';
import { LetterDesk } from './letters/letter-desk.js';
import { LinkDesk } from './links/link-desk.js';
import { PreferenceDesk } from './links/preference-desk.js';
import { LiveDesk } from './live/live-desk.js';
import { LiveNews } from './live/live-news.js';
import { DeliveryQuery } from './me/delivery-query.js';
import { PreferenceQuery } from './me/preference-query.js';
import { Metrics } from './metrics/metrics.js';
import { NoticeQuery } from './notices/notice-query.js';
import { LateQuery } from './obligations/late-query.js';
import { ObligationQuery } from './obligations/obligation-query.js';
import { WhyQuery } from './obligations/why-query.js';
import { Overview } from './open/overview.js';
import { PledgesQuery } from './pledges/pledges-query.js';
import { PaperQuery } from './papers/paper-query.js';
import { RegistrationQuery } from './pledges/registration-query.js';
import { PreparationHelp } from './preparations/preparation-help.js';
import { PreparationNames } from './preparations/preparation-names.js';
import { PreparationQuery } from './preparations/preparation-query.js';
import { ReportRoundsQuery } from './review/report-rounds-query.js';
import { ReviewQueueQuery } from './review/review-queue-query.js';
import { ProvenanceQuery } from './rounds/provenance-query.js';
import { RoundQuery } from './rounds/round-query.js';
import { RollQuery } from './sessions/roll-query.js';
import { HeldPosts } from './sign-in/held-posts.js';
import { SessionQuery } from './sign-in/session-query.js';
import { TryOutQuery } from './sign-in/try-out-query.js';
import { UninvitedQuery } from './sign-in/uninvited-query.js';
import { TimelineQuery } from './timeline/timeline-query.js';
import { MatrixQuery } from './work/matrix-query.js';
import { MonthQuery } from './work/month-query.js';
import { WorkQuery } from './work/work-query.js';

/** What controllers ask: queries, desks, and what the HTTP side borrows from elsewhere. */
export const providers = [
  Subjects,
  Names,
  HeldPosts,
  SessionQuery,
  TryOutQuery,
  UninvitedQuery,
  CampaignQuery,
  StatisticsQuery,
  PledgesQuery,
  CovenantAsked,
  CovenantDoor,
  CovenantPapers,
  CovenantQuery,
  DifficultyQuery,
  DoubleCountsQuery,
  PlanGate,
  PreparationQuery,
  PreparationNames,
  PreparationHelp,
  IndicatorQueries,
  LateQuery,
  LetterDesk,
  LinkDesk,
  PreferenceDesk,
  NoticeQuery,
  WorkQuery,
  LiveDesk,
  LiveNews,
  MatrixQuery,
  MonthQuery,
  Lists,
  DeliveryQuery,
  RegistrationQuery,
  PaperQuery,
  RollQuery,
  LeaderQuery,
  StepFigures,
  LateUnits,
  ComingDays,
  TargetFigures,
  PreferenceQuery,
  FeedQuery,
  FeedAddress,
  ObligationQuery,
  WhyQuery,
  FormQuery,
  EvidenceQuery,
  AttachDoor,
  UploadDesk,
  RoundQuery,
  ReviewQueueQuery,
  ReportRoundsQuery,
  ProvenanceQuery,
  TimelineQuery,
  AheadQuery,
  DayWhyQuery,
  HistoryQuery,
  HistoryScopes,
  MailLines,
  WorkflowQuery,
  Inspector,
  WorkflowCommands,
  Reconciler,
  Overview,
  Metrics,
];

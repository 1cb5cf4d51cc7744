import type { Figure, LocalDate } from '#libs/domain';

/** What is handed in, by kind of obligation. */
export interface ReportContent {
  figures: Figure[];
  narrative: string;
  nil?: string;
}
export interface CovenantContent {
  signedBy: string;
  pledges: { target: string; value: number | null }[];
}
export interface RegistrationContent {
  titles: string[];
}
export interface OwnPlanContent {
  number: string;
  date: LocalDate;
  summary: string;
}
export interface EventContent {
  occurredOn: LocalDate;
  ground: string;
}
export interface SelfScoreContent {
  scores: { criterion: string; points: number }[];
}
export interface VerificationContent {
  scores: { criterion: string; points: number; reason: string }[];
}
export interface RankingContent {
  confirmed: true;
}
export interface VoteContent {
  votes: { item: string; choice: 'yes' | 'no' | 'blank' }[];
}
export interface ProposalContent {
  number: string;
  items: string[];
}
export interface DecisionContent {
  number: string;
  date: LocalDate;
  awarded: string[];
}
export interface MinutesContent {
  number: string;
}

export interface ContentByKind {
  report: ReportContent;
  interim_review: ReportContent;
  final_report: ReportContent;
  follow_up: ReportContent;
  covenant: CovenantContent;
  registration: RegistrationContent;
  own_plan: OwnPlanContent;
  event: EventContent;
  self_score: SelfScoreContent;
  verification: VerificationContent;
  ranking: RankingContent;
  vote: VoteContent;
  proposal: ProposalContent;
  decision: DecisionContent;
  minutes: MinutesContent;
}

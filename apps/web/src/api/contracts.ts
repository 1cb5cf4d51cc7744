/** The API's views and problems, types only. By path: a package's own imports may not leave it. */
import type { RegistrationView as Registration } from '../../../../libs/contracts/http/registration';

export type * from '../../../../libs/contracts/http/views';
export type {
  AccountView,
  HeldPost,
  SessionView,
  SignInView,
  TryOutView,
} from '../../../../libs/contracts/http/accounts';
export type { LiveView } from '../../../../libs/contracts/http/live';
export type { UninvitedView } from '../../../../libs/contracts/http/uninvited';
export type { WorkItem, WorkView, MatrixView } from '../../../../libs/contracts/http/work';
export type { LevelDatesView, PickedUnitsView } from '../../../../libs/contracts/http/planning';
export type { PreparationLine, PreparationView } from '../../../../libs/contracts/http/preparation-view';
export type { LoadView, OfferView, PreparationUnitsView } from '../../../../libs/contracts/http/preparation-help';
export type { BulkExtensionView, PreviewView } from '../../../../libs/contracts/http/campaign-time';
export type { LetterView } from '../../../../libs/contracts/http/letters';
export type { Problem } from '../../../../libs/contracts/http/problems';
export type { FormView, DraftView, ImportView, ReportCheck } from '../../../../libs/contracts/http/forms';
export type {
  AheadView,
  CampaignAct,
  CampaignUnits,
  DayWhyView,
  HistoryKind,
  HistoryLine,
  HistoryView,
} from '../../../../libs/contracts/http/history';
export type {
  FindingsView,
  FindingView,
  PendingActivity,
  WorkflowAct,
  WorkflowPage,
  WorkflowState,
  WorkflowView,
} from '../../../../libs/contracts/http/workflows';
export type { NoticePage, NoticeView } from '../../../../libs/contracts/http/console';
export type { DifficultyListView, DifficultyOneView } from '../../../../libs/contracts/http/difficulties';
export type { DossierView, QueueView, QueueItem, RoundsView, ChainView } from '../../../../libs/contracts/http/dossier';
export type { CovenantListView, CovenantView } from '../../../../libs/contracts/http/covenants';
export type { PledgesView } from '../../../../libs/contracts/http/pledges';
export type { PaperKind, PaperOf, PaperView, RollView } from '../../../../libs/contracts/http/papers';
export type { MonthEntry, MonthOfWork } from '../../../../libs/contracts/http/month';
export type { PreferenceView } from '../../../../libs/contracts/http/preferences';
export type { DeliveryPage } from '../../../../libs/contracts/http/deliveries';
export type { LeaderView } from '../../../../libs/contracts/http/leader';

/** As it comes over the line: instants are strings. */
export type Wire<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Wire<T[K]> } : T;

export type RegistrationView = Wire<Registration>;

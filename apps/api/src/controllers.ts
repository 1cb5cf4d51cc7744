import { CalendarController } from './calendar/calendar.controller.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { CampaignTimeController } from './campaigns/campaign-time.controller.js';
import { CampaignsController } from './campaigns/campaigns.controller.js';
import { CoverageController } from './campaigns/coverage.controller.js';
import { ForecastController } from './campaigns/forecast.controller.js';
import { LeaderController } from './campaigns/leader.controller.js';
import { StatisticsController } from './campaigns/statistics.controller.js';
import { CovenantsController } from './covenants/covenants.controller.js';
import { DifficultiesController } from './difficulties/difficulties.controller.js';
import { DifficultyCommandsController } from './difficulties/difficulty-commands.controller.js';
import { EvidenceLimitsController } from './evidence/evidence-limits.controller.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { UploadsController } from './evidence/uploads.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { FormsController } from './forms/forms.controller.js';
import { HealthController } from './health/health.controller.js';
import { IndicatorsController } from './indicators/indicators.controller.js';
import { FindingsController } from './inspector/findings.controller.js';
import { HistoryController } from './inspector/history.controller.js';
import { WorkflowsController } from './inspector/workflows.controller.js';
import { CampaignLettersController } from './letters/campaign-letters.controller.js';
import { LetterTemplatesController } from './letters/letter-templates.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { ObligationLettersController } from './letters/obligation-letters.controller.js';
import { LinksController } from './links/links.controller.js';
import { LiveController } from './live/live.controller.js';
import { BouncesController } from './mails/bounces.controller.js';
import { MailsController } from './mails/mails.controller.js';
import { DeliveriesController } from './me/deliveries.controller.js';
import { PreferencesController } from './me/preferences.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { ObligationCommandsController } from './obligations/obligation-commands.controller.js';
import { ObligationsController } from './obligations/obligations.controller.js';
import { OverviewController } from './open/overview.controller.js';
import { PublicController } from './open/public.controller.js';
import { PlansController } from './plans/plans.controller.js';
import { PledgesController } from './pledges/pledges.controller.js';
import { RegistrationsController } from './pledges/registrations.controller.js';
import { TargetAmendmentsController } from './pledges/target-amendments.controller.js';
import { PlanningController } from './preparations/planning.controller.js';
import { PreparationCommandsController } from './preparations/preparation-commands.controller.js';
import { PreparationHelpController } from './preparations/preparation-help.controller.js';
import { PreparationsController } from './preparations/preparations.controller.js';
import { ReachController } from './reach/reach.controller.js';
import { ReviewController } from './review/review.controller.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { AccountsController } from './sign-in/accounts.controller.js';
import { MySignInsController } from './sign-in/my-sign-ins.controller.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { UnitsController } from './units/units.controller.js';
import { MonthController } from './work/month.controller.js';
import { WorkController } from './work/work.controller.js';

/** Everything that answers over HTTP. Where two paths fit a request the earlier one here answers. */
export const controllers = [
  CampaignsController,
  CampaignTimeController,
  HistoryController,
  WorkflowsController,
  FindingsController,
  ForecastController,
  CoverageController,
  StatisticsController,
  PledgesController,
  TargetAmendmentsController,
  CovenantsController,
  DifficultiesController,
  DifficultyCommandsController,
  RoundsController,
  ReviewController,
  ObligationsController,
  ObligationCommandsController,
  FormsController,
  EvidenceLimitsController,
  UploadsController,
  EvidenceController,
  ObligationLettersController,
  CampaignLettersController,
  LettersController,
  LetterTemplatesController,
  NoticesController,
  WorkController,
  LiveController,
  PreferencesController,
  DeliveriesController,
  RegistrationsController,
  LeaderController,
  ExportsController,
  MonthController,
  CalendarController,
  SessionsController,
  MailsController,
  BouncesController,
  ReachController,
  LinksController,
  PlansController,
  PreparationsController,
  PreparationHelpController,
  PreparationCommandsController,
  PlanningController,
  CalendarsController,
  IndicatorsController,
  UnitsController,
  SignInController,
  MySignInsController,
  AccountsController,
  OverviewController,
  PublicController,
  HealthController,
  MetricsController,
];

import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AccessModule } from '#libs/access';
import { AccountsModule } from '#libs/accounts';
import { CalendarsModule } from '#libs/calendars';
import { ClockModule } from '#libs/clock';
import { CommandsModule } from '#libs/commands';
import type { Config } from '#libs/config';
import { Inspector, WorkflowCommands } from '#libs/inspect';
import { MailModule } from '#libs/mail';
import { Reconciler } from '#libs/reconcile';
import { StoreModule } from '#libs/store';
import { TemporalClientModule } from '#libs/temporal';
import { AccessGuard } from './access/access.guard.js';
import { OriginGuard } from './access/origin.guard.js';
import { Subjects } from './access/subjects.js';
import { API_OPTIONS, type ApiOptions } from './api-options.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { CalendarController } from './calendar/calendar.controller.js';
import { FeedAddress } from './calendar/feed-address.js';
import { FeedQuery } from './calendar/feed-query.js';
import { CampaignQuery } from './campaigns/campaign-query.js';
import { CampaignTimeController } from './campaigns/campaign-time.controller.js';
import { CampaignsController } from './campaigns/campaigns.controller.js';
import { CovenantAsked } from './covenants/covenant-asked.js';
import { CovenantDoor } from './covenants/covenant-door.js';
import { CovenantPapers } from './covenants/covenant-papers.js';
import { CovenantQuery } from './covenants/covenant-query.js';
import { CovenantsController } from './covenants/covenants.controller.js';
import { DifficultiesController } from './difficulties/difficulties.controller.js';
import { DifficultyCommandsController } from './difficulties/difficulty-commands.controller.js';
import { DifficultyQuery } from './difficulties/difficulty-query.js';
import { CoverageController } from './campaigns/coverage.controller.js';
import { ForecastController } from './campaigns/forecast.controller.js';
import { DoubleCountsQuery } from './campaigns/double-counts-query.js';
import { StatisticsController } from './campaigns/statistics.controller.js';
import { StatisticsQuery } from './campaigns/statistics-query.js';
import { PlanGate } from './campaigns/plan-gate.js';
import { EvidenceLimitsController } from './evidence/evidence-limits.controller.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceQuery } from './evidence/evidence-query.js';
import { AttachDoor } from './evidence/attach-door.js';
import { UploadDesk } from './evidence/upload-desk.js';
import { UploadsController } from './evidence/uploads.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { Lists } from './exports/lists.js';
import { FormQuery } from './forms/form-query.js';
import { FormsController } from './forms/forms.controller.js';
import { AheadQuery } from './inspector/ahead-query.js';
import { DayWhyQuery } from './inspector/day-why-query.js';
import { FindingsController } from './inspector/findings.controller.js';
import { HistoryController } from './inspector/history.controller.js';
import { HistoryQuery } from './inspector/history-query.js';
import { HistoryScopes } from './inspector/history-scopes.js';
import { MailLines } from './inspector/mail-lines.js';
import { WorkflowQuery } from './inspector/workflow-query.js';
import { WorkflowsController } from './inspector/workflows.controller.js';
import { HealthController } from './health/health.controller.js';
import { KeyGuard } from './http/key.guard.js';
import { Names } from './http/names.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validationPipe } from './http/validation.js';
import { CampaignLettersController } from './letters/campaign-letters.controller.js';
import { LetterDesk } from './letters/letter-desk.js';
import { LetterTemplatesController } from './letters/letter-templates.controller.js';
import { LettersController } from './letters/letters.controller.js';
import { ObligationLettersController } from './letters/obligation-letters.controller.js';
import { LinkDesk } from './links/link-desk.js';
import { LinksController } from './links/links.controller.js';
import { LiveController } from './live/live.controller.js';
import { LiveDesk } from './live/live-desk.js';
import { LiveNews } from './live/live-news.js';
import { loggerOptions } from './logger-options.js';
import { BouncesController } from './mails/bounces.controller.js';
import { MailsController } from './mails/mails.controller.js';
import { PreferenceQuery } from './me/preference-query.js';
import { PreferencesController } from './me/preferences.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { Metrics } from './metrics/metrics.js';
import { NoticeQuery } from './notices/notice-query.js';
import { NoticesController } from './notices/notices.controller.js';
import { IndicatorQueries } from './indicators/indicator-queries.js';
import { IndicatorsController } from './indicators/indicators.controller.js';
import { LateQuery } from './obligations/late-query.js';
import { ObligationCommandsController } from './obligations/obligation-commands.controller.js';
import { ObligationQuery } from './obligations/obligation-query.js';
import { WhyQuery } from './obligations/why-query.js';
import { ObligationsController } from './obligations/obligations.controller.js';
import { OverviewController } from './open/overview.controller.js';
import { Overview } from './open/overview.js';
import { PublicController } from './open/public.controller.js';
import { ReachController } from './reach/reach.controller.js';
import { ReportRoundsQuery } from './review/report-rounds-query.js';
import { ReviewController } from './review/review.controller.js';
import { ReviewQueueQuery } from './review/review-queue-query.js';
import { ProvenanceQuery } from './rounds/provenance-query.js';
import { RoundQuery } from './rounds/round-query.js';
import { PledgesController } from './pledges/pledges.controller.js';
import { TargetAmendmentsController } from './pledges/target-amendments.controller.js';
import { PledgesQuery } from './pledges/pledges-query.js';
import { PlansController } from './plans/plans.controller.js';
import { PlanningController } from './preparations/planning.controller.js';
import { PreparationCommandsController } from './preparations/preparation-commands.controller.js';
import { PreparationHelp } from './preparations/preparation-help.js';
import { PreparationHelpController } from './preparations/preparation-help.controller.js';
import { PreparationQuery } from './preparations/preparation-query.js';
import { PreparationsController } from './preparations/preparations.controller.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { AccountsController } from './sign-in/accounts.controller.js';
import { HeldPosts } from './sign-in/held-posts.js';
import { MySignInsController } from './sign-in/my-sign-ins.controller.js';
import { SessionQuery } from './sign-in/session-query.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { UninvitedQuery } from './sign-in/uninvited-query.js';
import { TimelineQuery } from './timeline/timeline-query.js';
import { UnitsController } from './units/units.controller.js';
import { MatrixQuery } from './work/matrix-query.js';
import { WorkController } from './work/work.controller.js';
import { ComingDays } from './campaigns/coming-days.js';
import { LateUnits } from './campaigns/late-units.js';
import { LeaderController } from './campaigns/leader.controller.js';
import { LeaderQuery } from './campaigns/leader-query.js';
import { StepFigures } from './campaigns/step-figures.js';
import { TargetFigures } from './campaigns/target-figures.js';
import { DeliveriesController } from './me/deliveries.controller.js';
import { DeliveryQuery } from './me/delivery-query.js';
import { RegistrationQuery } from './pledges/registration-query.js';
import { RegistrationsController } from './pledges/registrations.controller.js';
import { MonthController } from './work/month.controller.js';
import { MonthQuery } from './work/month-query.js';
import { WorkQuery } from './work/work-query.js';

/** Connections for letters of accounts; the mail of campaigns goes from the worker. */
const ACCOUNT_MAILS = 2;

/** The HTTP side of the engine. Guards run in the order given: from where, then who and whether, then the key of a write. */
@Module({})
export class ApiModule {
  static with(config: Config): DynamicModule {
    const options: ApiOptions = {
      signIn: config.SIGN_IN,
      publicUrl: config.PUBLIC_URL,
      secureCookies: config.NODE_ENV === 'production' || config.PUBLIC_URL.startsWith('https:'),
      proxyHops: config.PROXY_HOPS,
      bounceSecret: config.MAIL_BOUNCE_SECRET,
      temporalUi: config.TEMPORAL_UI_URL,
      scanner: config.EVIDENCE_CLAMD !== undefined,
    };
    return {
      module: ApiModule,
      imports: [
        LoggerModule.forRoot(loggerOptions(config.LOG_LEVEL)),
        StoreModule.forRoot({
          uri: config.MONGODB_URI,
          database: config.MONGODB_DB,
          durable: config.NODE_ENV === 'production',
        }),
        CalendarsModule,
        ClockModule.forRoot(config.CLOCK),
        AccountsModule.forRoot(
          {
            publicUrl: config.PUBLIC_URL,
            idleMs: config.SESSION_IDLE_MINUTES * 60_000,
            longestMs: config.SESSION_HOURS * 3_600_000,
          },
          MailModule.forRoot({
            url: config.SMTP_URL,
            from: config.MAIL_FROM,
            connections: ACCOUNT_MAILS,
            patienceMs: config.MAIL_PATIENCE_MS,
          }),
        ),
        AccessModule.forRoot(config.SIGN_IN),
        CommandsModule,
        TemporalClientModule.forRoot({
          address: config.TEMPORAL_ADDRESS,
          namespace: config.TEMPORAL_NAMESPACE,
          taskQueue: config.TEMPORAL_TASK_QUEUE,
        }),
      ],
      controllers: [
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
      ],
      providers: [
        { provide: API_OPTIONS, useValue: options },
        { provide: APP_GUARD, useClass: OriginGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: KeyGuard },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        Subjects,
        Names,
        HeldPosts,
        SessionQuery,
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
        PreparationHelp,
        IndicatorQueries,
        LateQuery,
        LetterDesk,
        LinkDesk,
        NoticeQuery,
        WorkQuery,
        LiveDesk,
        LiveNews,
        MatrixQuery,
        MonthQuery,
        Lists,
        DeliveryQuery,
        RegistrationQuery,
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
      ],
    };
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import { ActivitiesModule } from '#activities';
import { CalendarsModule } from '#libs/calendars';
import { Clock, ClockModule } from '#libs/clock';
import { MailCommands } from '#libs/commands';
import type { Config } from '#libs/config';
import { MailModule } from '#libs/mail';
import { Store, StoreModule } from '#libs/store';
import { TemporalClientModule } from '#libs/temporal';
import { TemporalWorkerModule } from '#libs/temporal/worker.js';
import { EvidenceKeeper } from './evidence/evidence-keeper.js';
import { BouncePoll } from './mailbox/bounce-poll.js';
import { RelayModule } from './relay/relay.module.js';
import { workflowSource } from './workflow-source.js';

/** The engine's process: Temporal worker, mail and relay around one store and one clock. */
@Module({})
export class WorkerModule {
  static with(config: Config): DynamicModule {
    const temporal = {
      address: config.TEMPORAL_ADDRESS,
      namespace: config.TEMPORAL_NAMESPACE,
      taskQueue: config.TEMPORAL_TASK_QUEUE,
    };
    const activities = ActivitiesModule.forRoot(
      {
        publicUrl: config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`,
        cohortSize: config.COHORT_SIZE,
        mailLeaseMs: config.MAIL_LEASE_MS,
        mailBackoff: {
          firstMs: config.MAIL_RETRY_MS,
          capMs: config.MAIL_RETRY_CAP_MS,
          attempts: config.MAIL_ATTEMPTS,
        },
      },
      MailModule.forRoot({
        url: config.SMTP_URL,
        from: config.MAIL_FROM,
        connections: config.MAIL_POOL,
        perConnection: config.MAIL_PER_CONNECTION,
        perMinute: config.MAIL_PER_MINUTE,
        patienceMs: config.MAIL_PATIENCE_MS,
      }),
    );
    const bounces = { url: config.MAIL_BOUNCE_IMAP, everyMs: config.MAIL_BOUNCE_POLL_MS };
    const evidence = { clamd: config.EVIDENCE_CLAMD, scanMs: config.EVIDENCE_SCAN_MS };
    return {
      module: WorkerModule,
      imports: [
        StoreModule.forRoot({
          uri: config.MONGODB_URI,
          database: config.MONGODB_DB,
          durable: config.NODE_ENV === 'production',
        }),
        CalendarsModule,
        ClockModule.forRoot(config.CLOCK),
        TemporalClientModule.forRoot(temporal),
        activities,
        RelayModule.forRoot({ sweepMs: config.RELAY_SWEEP_MS, leaseMs: config.RELAY_LEASE_MS }, activities),
        TemporalWorkerModule.forRoot(temporal, {
          ...workflowSource(config.WORKFLOW_BUNDLE),
          maxCachedWorkflows: 400,
          shutdownGraceTime: '10s',
          shutdownForceTime: '15s',
        }),
      ],
      providers: [
        {
          provide: BouncePoll,
          useFactory: (store: Store, clock: Clock) => new BouncePoll(new MailCommands(store, clock), bounces),
          inject: [Store, Clock],
        },
        {
          provide: EvidenceKeeper,
          useFactory: (store: Store) => new EvidenceKeeper(store, evidence),
          inject: [Store],
        },
      ],
    };
  }
}

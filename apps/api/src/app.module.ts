import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { AccessModule } from '#libs/access';
import { AccountsModule } from '#libs/accounts';
import { CalendarsModule } from '#libs/calendars';
import { ClockModule } from '#libs/clock';
import { CommandsModule } from '#libs/commands';
import type { Config } from '#libs/config';
import { MailModule } from '#libs/mail';
import { StoreModule } from '#libs/store';
import { TemporalClientModule } from '#libs/temporal';
import { AccessGuard } from './access/access.guard.js';
import { OriginGuard } from './access/origin.guard.js';
import { API_OPTIONS, type ApiOptions } from './api-options.js';
import { controllers } from './controllers.js';
import { KeyGuard } from './http/key.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { validationPipe } from './http/validation.js';
import { loggerOptions } from './logger-options.js';
import { providers } from './providers.js';

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
      controllers,
      providers: [
        { provide: API_OPTIONS, useValue: options },
        { provide: APP_GUARD, useClass: OriginGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: KeyGuard },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        ...providers,
      ],
    };
  }
}

import { type DynamicModule, Module } from '@nestjs/common';
import { CampaignActivities } from './campaign.activities.js';
import { OpenStep } from './campaign/open-step.js';
import { CohortActivities } from './cohort.activities.js';
import { MassActs } from './cohort/mass-acts.js';
import { DispatchActivities } from './dispatch.activities.js';
import { FoldNotices } from './dispatch/fold-notices.js';
import { HoldNotices } from './dispatch/hold-notices.js';
import { LetterDesk, PUBLIC_URL } from './dispatch/letter-desk.js';
import { MAIL_LEASE } from './dispatch/mail-lease.js';
import type { Backoff } from './dispatch/note-delivery.js';
import { SendMessages } from './dispatch/send-messages.js';
import { ShareOut } from './dispatch/share-out.js';
import { Notices } from './notices.js';
import { COHORT_SIZE, RoundWriter } from './rounds/round-writer.js';
import { SessionActivities } from './session.activities.js';
import { CloseSession } from './session/close-session.js';
import { OpenSession } from './session/open-session.js';

export interface ActivitiesOptions {
  /** Address that letters link to. */
  publicUrl: string;
  /** Obligations of one cohort at most; default 300. Fewer when one bad unit should hold up fewer others. */
  cohortSize: number;
  /** Milliseconds; see `MailLease`. */
  mailLeaseMs: number;
  mailBackoff: Backoff;
}

/** Everything workflows may ask for. Needs the global Store, Clock and Engine, and the MailModule. */
@Module({})
export class ActivitiesModule {
  static forRoot(options: ActivitiesOptions, mail: DynamicModule): DynamicModule {
    const { publicUrl, cohortSize, mailLeaseMs: leaseMs, mailBackoff: backoff } = options;
    return {
      module: ActivitiesModule,
      imports: [mail],
      providers: [
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: COHORT_SIZE, useValue: cohortSize },
        { provide: MAIL_LEASE, useValue: { leaseMs, backoff } },
        CampaignActivities,
        CohortActivities,
        SessionActivities,
        DispatchActivities,
        OpenStep,
        RoundWriter,
        OpenSession,
        CloseSession,
        MassActs,
        Notices,
        FoldNotices,
        HoldNotices,
        SendMessages,
        ShareOut,
        LetterDesk,
      ],
      exports: [Notices],
    };
  }
}

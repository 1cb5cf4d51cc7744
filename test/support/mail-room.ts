import { SteppedClock } from '#libs/clock';
import { dispatchProcessId, slotId } from '#libs/contracts';
import { instantAt, type CampaignPlan } from '#libs/domain';
import { Mailer, type MailOptions } from '#libs/mail';
import {
  newProcess,
  newRecord,
  raiseNudge,
  saveOrganisation,
  type MessageDoc,
  type NoticeDoc,
  type PersonDoc,
  type Store,
} from '#libs/store';
import type { Engine } from '#libs/temporal';
import { FoldNotices } from '../../activities/dispatch/fold-notices.js';
import { HoldNotices } from '../../activities/dispatch/hold-notices.js';
import { LetterDesk } from '../../activities/dispatch/letter-desk.js';
import { SendMessages } from '../../activities/dispatch/send-messages.js';
import { ShareOut } from '../../activities/dispatch/share-out.js';
import { DispatchActivities } from '../../activities/dispatch.activities.js';
import { Notices } from '../../activities/notices.js';
import { openReport } from '../fixtures/open-report.js';
import { storedReport } from '../fixtures/stored-report.js';
import { driveOnce, type Driven } from './drive.js';
import { testStore } from './test-store.js';

const FROM = '2010-01-01';
const CAMPAIGN = 'c';
/** The reminder of the open report's ladder, and the mail of that morning. */
export const MORNING = instantAt('2025-06-11', '08:00');
export const DISPATCH = dispatchProcessId(slotId(MORNING));

export const unitOf = (n: number): string => `xa-${String(n).padStart(4, '0')}`;
export const addressOf = (n: number): string => `${unitOf(n)}@mail.test`;
const reportOf = (n: number): string => `${CAMPAIGN}.report.report.${unitOf(n)}.main`;
const noticeOf = (n: number): string => `${reportOf(n)}|1|remind-2|${unitOf(n)}:focal`;

export interface MailRoom {
  store: Store;
  clock: SteppedClock;
  mailer: Mailer;
  folding: FoldNotices;
  sending: SendMessages;
  desk: LetterDesk;
  reportOf(n: number): string;
  noticeOf(n: number): string;
  /** Does what the dispatch of that morning does, wake by wake, until it has finished; then what its shares do. @returns its wakes */
  run(): Promise<number>;
  /** Messages by address. */
  messages(): Promise<Map<string, MessageDoc>>;
  notices(): Promise<NoticeDoc[]>;
  close(): Promise<void>;
}

export interface MailRoomOptions extends Partial<Omit<MailOptions, 'url'>> {
  leaseMs?: number;
  /** First pause of the back-off; it doubles up to eight times as long. Default 40. */
  retryMs?: number;
  attempts?: number;
  persons?: (n: number) => Partial<PersonDoc>;
}

/**
 * What a worker sends mail with, on a database of its own: `count` communes whose report is due, each with an officer
 * who is to be reminded this morning. Nothing is simulated but the mail server that `url` names.
 */
export async function mailRoom(url: string, count: number, options: MailRoomOptions = {}): Promise<MailRoom> {
  const { leaseMs = 2_000, retryMs = 40, attempts = 12, persons, ...mail } = options;
  const { store, close } = await testStore();
  const clock = new SteppedClock(store);
  await clock.moveTo(MORNING);
  await fill(store, count, persons);
  const mailer = new Mailer({ url, from: 'Đôn Đốc <don-doc@office.test>', connections: 10, ...mail });
  const desk = new LetterDesk(store, 'http://console.test');
  // a slot's notices are moved to no other here, so that nobody has to be told
  const notices = new Notices(store, null as unknown as Engine, clock);
  const folding = new FoldNotices(store, new HoldNotices(store, notices));
  const backoff = { firstMs: retryMs, capMs: 8 * retryMs, attempts };
  const sending = new SendMessages(store, desk, mailer, { leaseMs, backoff }, clock);
  const started: string[] = [];
  const sharing = new ShareOut(store, {
    nudge: async (_id: string, missing: Parameters<typeof newProcess>[0]) => {
      started.push(_id);
      await raiseNudge(store, _id, missing);
    },
  } as unknown as Engine);
  const dispatch = new DispatchActivities(store, clock, folding, sending, sharing);

  const drive = async (id: string): Promise<number> => {
    const driven: Driven = {
      examine: () => dispatch.examineDispatch(id),
      perform: (act, last) => dispatch.performDispatchAct(id, act, last),
    };
    for (let wakes = 1; ; wakes += 1) {
      const due = await driveOnce(driven);
      if (due.finished) return wakes;
      await new Promise((resolve) => setTimeout(resolve, due.sleepMs ?? 0));
    }
  };
  const run = async (): Promise<number> => {
    const wakes = await drive(DISPATCH);
    while (started.length) await Promise.all(started.splice(0).map(drive));
    return wakes;
  };
  return {
    ...{ store, clock, mailer, folding, sending, desk, reportOf, noticeOf, run },
    messages: async () => {
      const all = (await store.messages.find().toArray()) as unknown as MessageDoc[];
      return new Map(all.map((message) => [message.to?.address ?? message._id, message]));
    },
    notices: async () => await store.notices.find().sort({ _id: 1 }).toArray(),
    close: async () => {
      mailer.onApplicationShutdown();
      await close();
    },
  };
}

async function fill(store: Store, count: number, persons: MailRoomOptions['persons'] = () => ({})): Promise<void> {
  const all = Array.from({ length: count }, (_, n) => n);
  const unit = { kind: 'commune', groups: [], validFrom: FROM, validTo: null, successors: [] };
  const post = (unitId: string, role: 'focal' | 'head' = 'focal', mailbox: string | null = null) => ({
    _id: `${unitId}:${role}`,
    ...{ unit: unitId, role, title: `${role} ${unitId}`, mailbox },
  });
  const held = (n: number, role: string) => ({
    _id: `h-${role}-${n}`,
    ...{ post: `${unitOf(n)}:${role}`, person: `p-${n}`, from: FROM, to: null },
  });
  await saveOrganisation(store, {
    units: ['tinh', 'huyen', ...all.map(unitOf)].map((id) => ({ _id: id, name: `Đơn vị ${id}`, ...unit })),
    edges: all.map((n) => ({ _id: `e-${n}`, unit: unitOf(n), parent: 'huyen', validFrom: FROM, validTo: null })),
    posts: [
      post('huyen', 'focal', 'thi-dua@huyen.test'),
      ...all.flatMap((n) => [post(unitOf(n)), post(unitOf(n), 'head')]),
    ],
    persons: all.map((n) => ({ _id: `p-${n}`, name: `Cán bộ ${n}`, email: addressOf(n), phone: null, ...persons(n) })),
    holders: all.flatMap((n) => [held(n, 'focal'), held(n, 'head')]),
  });
  await store.campaigns.insertOne({
    ...newRecord(CAMPAIGN, CAMPAIGN),
    plan: {
      code: CAMPAIGN,
      name: 'Phong trào mẫu',
      launchingUnit: 'tinh',
      standingBody: 'huyen',
      calendar: 'vn-5d',
      targets: [],
      steps: [],
    } as Partial<CampaignPlan> as CampaignPlan,
    ...{ state: 'launched', suspended: false, steps: [], launchedAt: MORNING, concludedAt: null, closedAt: null },
  });
  const { clock } = openReport();
  await store.obligations.insertMany(
    all.map((n) => storedReport(reportOf(n), { subject: unitOf(n), answeringUnit: unitOf(n), clock })),
  );
  await store.notices.insertMany(
    all.map((n) => ({
      _id: noticeOf(n),
      ...{ campaign: CAMPAIGN, obligation: reportOf(n), round: 'c.report.commune.huyen', clockVersion: 1 },
      ...{ phase: 'submission', rung: 'remind-2', act: 'remind', audience: 'focal', post: `${unitOf(n)}:focal` },
      ...{ class: 'digest', slot: slotId(MORNING), slotAt: MORNING, seal: null, message: null },
      ...{ state: 'waiting', reason: null, at: instantAt('2025-06-11', '07:00') },
      ...{ calendar: clock.calendar, dueAt: clock.dueAt },
    })) as never[],
  );
  const blank = { campaign: null, step: null, level: null } as const;
  await store.processes.insertOne(newProcess({ _id: DISPATCH, type: 'dispatchWorkflow', ...blank }));
}

import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Clock, type SteppedClock } from '#libs/clock';
import { loadConfig } from '#libs/config';
import { dispatchProcessId, slotId } from '#libs/contracts';
import { addDays, instantAt } from '#libs/domain';
import { compiled } from '#libs/embedded';
import { renderLetter } from '#libs/mail/render.js';
import { Engine } from '#libs/temporal';
import { Stepper } from '../demo/stepper.js';
import type { BareMail } from './bare-mail.js';
import { atLeast, type Metric } from './bench.types.js';
import { benchPlan } from './bench-plan.js';
import type { BenchSystem } from './bench-system.js';
import { cpuMs } from './cpu.js';
import { historySize } from './history-size.js';
import { draft, launchUntilLive, patienceFor, until } from './launch.js';
import type { MailSink } from './mail-sink.js';
import { median, quartiles, rounded } from './statistics.js';

/** Share of a bare nodemailer loop's rate (`reference/quality.md` 2.2, M6); the floor is also the bound. */
const TARGET = 0.85;
const FLOOR = 0.5;
/** Events of the longest history, from the issue. */
const EVENTS = 2_000;
/** Mails of the bare loop, at most: its rate does not depend on how many there are. */
const BARE = 10_000;
/** Most by which the loop's letters may differ in size from ours, as a share. */
const SAME_SIZE = 0.02;
const VISIBILITY_LAG_MS = 3_000;
/** The loop reads sizes of the pool only, and no store. */
const NO_STORE = 'mongodb://127.0.0.1';
const CODE = 'M6';
const LAUNCH = '2026-08-28';
const OPENS = '2026-09-03';
/** Notices of the opening go out with the mail of this hour. */
const MAILED = instantAt(OPENS, '08:00');
const SLOT = slotId(MAILED);

export interface BareLoop {
  /** Mails per second. */
  rate: number;
  /** Mean size of a mail as it came in, bytes. */
  bytes: number;
  /** CPU time a mail, milliseconds: of the loop, and of the mail server, which is this process. */
  cpu: { loop: number; bench: number };
}

/** A bare nodemailer loop in a process of its own: same pool, same head and size of mail, same server. */
export async function measureBare(sink: MailSink, n: number, run: string): Promise<BareLoop> {
  const count = Math.min(n, BARE);
  const { MAIL_POOL: connections, MAIL_PER_CONNECTION: perConnection } = loadConfig({
    ...process.env,
    MONGODB_URI: NO_STORE,
  });
  sink.forget();
  const child = fork(compiled('apps/cli/src/bench/bare-mail'), [], { stdio: 'inherit' });
  const before = cpuMs(process.pid);
  const { seconds, cpu } = await new Promise<{ seconds: number; cpu: number }>((resolve, reject) => {
    child.once('message', resolve as (told: unknown) => void);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`M6: the bare loop ended with ${code}`)));
    child.send({ url: sink.url, connections, perConnection, count, run, mail: sampleMail() } satisfies BareMail);
  });
  if (sink.taken !== count) throw new Error(`M6: the bare loop sent ${sink.taken} of ${count}`);
  const used = { loop: rounded(cpu / count), bench: rounded((cpuMs(process.pid) - before) / count) };
  return { rate: count / seconds, bytes: Math.round(sink.bytes / sink.taken), cpu: used };
}

export interface MailWave {
  rate: number;
  seconds: number;
  /** Mean size of a mail as it came in, bytes. */
  bytes: number;
  copies: Record<number, number>;
  states: Record<string, number>;
  shares: number;
  /** CPU time a mail, milliseconds, by process. */
  cpu: Record<string, number>;
}

/** n open reports, each told to its own officer in one morning's mail: from the stroke of the hour to the last noted outcome. */
export async function measureMails(system: BenchSystem, sink: MailSink, n: number): Promise<MailWave> {
  const { app, store } = system;
  const stepper = new Stepper(store, app.get<SteppedClock>(Clock), app.get(Engine));
  await stepper.begin(instantAt(LAUNCH, '09:00'));
  const due = { kind: 'by', date: addDays(OPENS, 60) } as const;
  await draft(system, benchPlan({ code: CODE, calendar: 'vn-5d', start: LAUNCH, opens: OPENS, due, lockAfter: 10 }));
  const patience = patienceFor(n);
  await launchUntilLive(system, CODE, patience);
  await atRest(stepper, patience);
  while (stepper.nextWake !== null && stepper.nextWake < MAILED) {
    await stepper.stepTo(stepper.nextWake);
    await atRest(stepper, patience);
  }
  const waiting = await store.notices.countDocuments({ slot: SLOT, state: 'waiting' } as never);
  if (waiting !== n) throw new Error(`M6: ${waiting} notices wait for the morning instead of ${n}`);
  sink.forget();
  const began = performance.now();
  const before = system.cpu();
  await stepper.stepTo(MAILED);
  await until('all mails taken', () => Promise.resolve(sink.taken >= n), 50, patience);
  await until('all outcomes noted', async () => (await sending(system)) === 0, 100, patience);
  const seconds = (performance.now() - began) / 1000;
  const used = Object.entries(system.cpu()).map(([name, ms]) => [name, rounded((ms - before[name]!) / n)]);
  await atRest(stepper, patience);
  const ids = await store.messages.distinct('slot', {});
  return {
    rate: n / seconds,
    seconds: rounded(seconds),
    bytes: Math.round(sink.bytes / sink.taken),
    copies: sink.copies(),
    states: await statesOf(system),
    shares: ids.length,
    cpu: Object.fromEntries(used) as Record<string, number>,
  };
}

/** Dispatches of the morning that are still at work; the records of their processes are few. */
async function sending({ store }: BenchSystem): Promise<number> {
  const of = { $gte: dispatchProcessId(SLOT), $lt: `${dispatchProcessId(SLOT)}~~` };
  return await store.processes.countDocuments({ _id: of, finished: false });
}

async function statesOf({ store }: BenchSystem): Promise<Record<string, number>> {
  const groups = await store.messages
    .aggregate<{ _id: string; count: number }>([{ $group: { _id: '$state', count: { $sum: 1 } } }])
    .toArray();
  return Object.fromEntries(groups.map(({ _id, count }) => [_id, count]));
}

/** @throws Error when a mail was lost or doubled, or a history grew too long: then the rate says nothing */
export async function mailMetric(system: BenchSystem, n: number, wave: MailWave, loops: BareLoop[]): Promise<Metric> {
  const { rate, ...seen } = wave;
  const whole = Object.keys(wave.copies).length === 1 && wave.copies[1] === n && wave.states['sent'] === n;
  if (!whole) throw new Error(`M6: not one copy each: ${JSON.stringify(seen)}`);
  const other = loops.find(({ bytes }) => Math.abs(bytes / wave.bytes - 1) > SAME_SIZE);
  if (other) throw new Error(`M6: letters of ${wave.bytes} bytes, those of the loop ${other.bytes}`);
  await pause(VISIBILITY_LAG_MS);
  const { longest, byType } = await historySize(system.client);
  if (longest >= EVENTS) throw new Error(`M6: a history of ${longest} events`);
  const bare = loops.map((loop) => loop.rate);
  return {
    ...atLeast(rounded(rate / median(bare)), TARGET, FLOOR),
    unit: 'of a bare nodemailer loop',
    n,
    quartiles: quartiles(bare),
    detail: {
      bare: Math.min(n, BARE),
      quartilesOf: 'mails per second of the bare loop',
      perSecond: rounded(rate),
      loops: loops.map(({ bytes, cpu }) => ({ bytes, cpu })),
      ...seen,
      longestHistory: { value: longest, bound: EVENTS },
      dispatches: byType['dispatchWorkflow'],
    },
  };
}

/** A letter like those of the morning, of the same size. */
function sampleMail(): BareMail['mail'] {
  const page = `http://127.0.0.1:3000/viec/${CODE}.report.report.l000001.main?thu=${'0'.repeat(54)}`;
  const preferences = 'http://127.0.0.1:3000/viec/tuy-chon';
  const letter = renderLetter({
    language: 'vi',
    reader: 'l000001',
    posts: ['focal'],
    items: [
      {
        act: 'open',
        title: 'Bench',
        campaign: CODE,
        unit: 'l000001',
        dueAt: instantAt(addDays(OPENS, 60)),
        overdue: false,
        left: 'còn 43 ngày làm việc',
        why: 'Báo việc mới mở, gửi focal',
        link: page,
        received: `${page}#da-nhan`,
        late: `${page}#nop-muon`,
      },
    ],
    home: 'http://127.0.0.1:3000/viec',
    preferences: `${preferences}?thu=${'0'.repeat(54)}`,
    linksUntil: addDays(OPENS, 45),
    replies: false,
  });
  const headers = {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    Precedence: 'bulk',
    'List-Id': '<don-doc.localhost>',
    'List-Unsubscribe': `<${preferences}>`,
  };
  return { from: `don-doc+${'0'.repeat(24)}@localhost`, ...letter, headers };
}

/** One morning's mail of all units takes longer than the driver of the demo would wait. */
async function atRest(stepper: Stepper, patienceMs: number): Promise<void> {
  await until(
    'at rest',
    () =>
      stepper.settle().then(
        () => true,
        () => false,
      ),
    0,
    patienceMs,
  );
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { RECORDED, verifyBook, type ObligationDoc, type Store } from '#libs/store';
import { benchWorld, ROOT } from '../../apps/cli/src/bench/bench-world.js';
import { connectDemo } from '../../apps/cli/src/demo/connection.js';
import { Hand } from '../../apps/cli/src/demo/hand.js';
import { loadWorld } from '../../apps/cli/src/demo/load-world.js';
import { startProduct } from '../../apps/cli/src/start.js';
import { drillPlan } from './timers-plan.js';
import { dutifulOnes, earlyOnes, mailsOnce, silentOnes, toldOf, type Drill } from './timers-judge.js';
import { Tally } from './tally.js';

/**
 * Real clock, real timers: two hundred obligations with a deadline seconds away through open, remind, due, urge, escalate and
 * lock. Some report as soon as the form opens, some after the reminder, most never. Nothing is asserted of speed.
 */
const UNITS = 200;
const CODE = 'drill';
/** Of ten units: the first three report at once, the next two when reminded. */
const AT_ONCE = 3;
const WHEN_REMINDED = 5;
const PATIENCE_MS = 240_000;

const tally = new Tally();
const dataDir = mkdtempSync(join(tmpdir(), 'dondoc-timers-'));
const product = await startProduct({ clock: 'real', signIn: 'dev', dataDir, say: () => undefined });
const { store, close } = await connectDemo(product);
try {
  const drill = await run(store, new Hand(product.url));
  const told = toldOf(drill);
  const silent = drill.obligations.filter(({ submittedAt }) => submittedAt === null).length;
  const escalations = drill.notices.filter(({ act }) => act === 'escalate').length;
  const skipped = [...told.values()].flat().filter((entry) => entry.skipped).length;
  tally.check(
    `${drill.obligations.length} obligations`,
    drill.obligations.length === UNITS ? [] : [`${UNITS} expected`],
  );
  tally.check(
    `${silent} never reported: all rungs, overdue once at the deadline, ${escalations} escalations, lapsed (${skipped} rungs folded)`,
    silentOnes(drill, told),
  );
  tally.check(`${UNITS - silent} reported: nothing after it`, dutifulOnes(drill, told));
  tally.check('nothing before its instant', earlyOnes(drill));
  tally.check(`${drill.caught.length} mails, each caught once`, mailsOnce(drill));
  const { brokenAt } = await verifyBook(store, CODE);
  tally.check('the journal verifies', brokenAt === null ? [] : [`broken at ${brokenAt}`]);
} finally {
  await close();
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
tally.end();

async function run(of: Store, hand: Hand): Promise<Drill> {
  await loadWorld(of, benchWorld(UNITS));
  await taken(hand, `${ROOT}:focal`, '/api/campaigns', drillPlan(CODE));
  await taken(hand, `${ROOT}:focal`, `/api/campaigns/${CODE}/launch`, {});
  await until(
    'all forms open',
    async () => (await of.obligations.countDocuments({ state: 'open' } as never)) === UNITS,
  );
  const all = (await of.obligations.find({}).sort({ _id: 1 }).toArray()) as unknown as ObligationDoc[];
  await report(
    hand,
    all.filter((_, n) => n % 10 < AT_ONCE),
  );
  await until('reminded', async () => (await of.notices.findOne({ rung: 'remind' } as never)) !== null);
  await report(
    hand,
    all.filter((_, n) => n % 10 >= AT_ONCE && n % 10 < WHEN_REMINDED),
  );
  await until(
    'locked',
    async () => (await of.obligations.countDocuments({ state: { $in: ['scheduled', 'open'] } } as never)) === 0,
  );
  await until('at rest', () => atRest(of));
  const [obligations, notices, messages, journal] = await Promise.all([
    of.obligations.find({}).toArray(),
    of.notices.find({}).toArray(),
    of.messages.find({}).toArray(),
    of.journal
      .find({ book: CODE } as never)
      .sort({ seq: 1 })
      .toArray(),
  ]);
  const caught = await (await fetch(`${product.embedded.mailUrl}/api/messages?limit=1000000`)).json();
  return { obligations, notices, messages, journal, caught };
}

/** A report that comes after its deadline is taken too and would be late; whoever meets the lock is refused and stays silent. */
async function report(hand: Hand, owed: ObligationDoc[]): Promise<void> {
  await Promise.all(
    owed.map(({ _id, answeringUnit }) =>
      taken(hand, `${answeringUnit}:focal`, `/api/obligations/${_id}/submission`, {
        content: { narrative: 'Đã thực hiện.', figures: [] },
      }),
    ),
  );
}

async function taken(hand: Hand, post: string, path: string, body: object): Promise<void> {
  const answer = await hand.post(post, path, body, `drill-${path}`.replaceAll('/', '-'));
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

async function atRest(of: Store): Promise<boolean> {
  const busy = await Promise.all([
    ...RECORDED.map((name) => of.recorded(name).findOne({ hasPending: true } as never)),
    of.notices.findOne({ state: { $in: ['waiting', 'folded'] } } as never),
    of.messages.findOne({ state: { $in: ['ready', 'claimed', 'sending'] } } as never),
    of.processes.findOne({ awake: true } as never),
  ]);
  return busy.every((one) => one === null);
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${what}: not within ${PATIENCE_MS / 1_000} s`);
    await pause(50);
  }
}

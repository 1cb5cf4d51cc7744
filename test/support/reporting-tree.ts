import { ObligationCommands, type ObligationRequest } from '#libs/commands';
import { roundId } from '#libs/contracts';
import type { Actor, CampaignPlan, Figure } from '#libs/domain';
import type { RollupMethod } from '#libs/domain/target/target.types.js';
import { insertMissing, newRecord, RECORDED, rowOf, type ObligationDoc, type RoundDoc, type Store } from '#libs/store';
import { Notices } from '../../activities/notices.js';
import { Concerned } from '../../apps/worker/src/relay/concerned.js';
import type { Pending } from '../../apps/worker/src/relay/pending.js';
import { RecordEvents } from '../../apps/worker/src/relay/record-events.js';
import { SteppedClock } from '../../libs/clock/clock.js';
import { randomFrom, TARGETS } from '../../libs/domain/consolidation/paper-tree.fixture.js';
import { plan } from '../e2e/api-world.js';
import { storedReport } from '../fixtures/stored-report.js';

const CAMPAIGN = 'cay-don-vi';
const STEP = 'report';
export const NOW = new Date('2025-06-10T02:00:00Z');
const TARGET_IDS = TARGETS.map(({ id }) => id);
const PLAN = {
  ...plan,
  code: CAMPAIGN,
  targets: TARGETS,
  steps: [{ ...plan.steps[0]!, id: STEP, duties: [{ ...plan.steps[0]!.duties[0]!, consolidates: true }] }],
} as CampaignPlan;

/** Units by level from the top; each level is shared out evenly under the one above. `flat`: everybody reports to the top. */
export interface TreeShape {
  levels: number[];
  seed: number;
}

/**
 * A reporting tree on a real store without the engine: obligations of everybody below the top, the API's own commands, and the relay's
 * own first half, called when the test says so.
 */
export class ReportingTree {
  readonly ids: string[] = [];
  readonly random: () => number;
  private readonly commands: ObligationCommands;
  private relay!: RecordEvents;
  private epoch = 0;
  private n = 0;

  private constructor(
    readonly store: Store,
    private readonly clock: SteppedClock,
    { seed }: TreeShape,
  ) {
    this.random = randomFrom(seed);
    this.commands = new ObligationCommands(store, clock);
    this.restartRelay();
  }

  static async of(store: Store, shape: TreeShape): Promise<ReportingTree> {
    const clock = new SteppedClock(store);
    await clock.moveTo(NOW);
    const tree = new ReportingTree(store, clock, shape);
    await tree.layOut(shape);
    return tree;
  }

  /** Another process takes the book over and knows nothing. */
  restartRelay(): void {
    this.epoch += 1;
    const notices = new Notices(this.store, undefined as never, this.clock);
    this.relay = new RecordEvents(this.store, notices, new Concerned(this.store));
  }

  /** One batch of the relay. @returns how many documents had waited */
  async record(): Promise<number> {
    const pending: Pending[] = [];
    for (const collection of RECORDED) {
      const found = await this.store
        .recorded(collection)
        .find({ hasPending: true } as never)
        .toArray();
      for (const document of found) pending.push({ collection, document });
    }
    if (pending.length) await this.relay.record(CAMPAIGN, this.epoch, pending);
    return pending.length;
  }

  /** Until nothing waits: what climbs is an event of its own. */
  async settle(): Promise<void> {
    while ((await this.record()) > 0);
  }

  async act(id: string, request: ObligationRequest): Promise<void> {
    const o = (await this.store.obligations.findOne({ _id: id })) as unknown as ObligationDoc;
    const ofOwing = request.type === 'submit' || request.type === 'withdraw';
    const unit = ofOwing ? o.answeringUnit : o.receiver;
    const actor: Actor = { person: null, post: `${unit}:focal`, unit, role: 'focal' };
    const outcome = await this.commands.execute(actor, id, request, { key: `key-${(this.n += 1)}` });
    if (!outcome.ok) throw new Error(`${request.type} ${id}: ${outcome.reason}`);
  }

  figures(): Figure[] {
    return TARGETS.map(({ id, method }) => ({
      ...{ target: id, status: 'final' as const, explanation: 'số liệu kiểm thử' },
      value: this.valueOf(method),
      ...(method === 'ratio' && { numerator: this.whole(500), denominator: 500 }),
      ...(method === 'weighted_mean' && { weight: 1 + this.whole(90) }),
    }));
  }

  /** A rate is made from its parts, a band is counted, a yes is 1. */
  private valueOf(method: RollupMethod): number | null {
    if (method === 'ratio') return null;
    if (method === 'all_done') return this.whole(2);
    return method === 'band' ? this.whole(100) : this.whole(1_000_000) / 1000;
  }

  whole = (below: number): number => Math.floor(this.random() * below);
  pick = <T>(from: readonly T[]): T => from[this.whole(from.length)]!;

  private async layOut({ levels }: TreeShape): Promise<void> {
    await this.store.campaigns.insertOne({ ...newRecord(CAMPAIGN, CAMPAIGN), plan: PLAN, state: 'launched' } as never);
    const name = (level: number, n: number): string => `l${level}-${n}`;
    const rounds = new Map<string, RoundDoc>();
    const obligations: ObligationDoc[] = [];
    for (let level = 1; level < levels.length; level += 1) {
      for (let n = 0; n < levels[level]!; n += 1) {
        const unit = name(level, n);
        const above = name(level - 1, n % levels[level - 1]!);
        const collects = level < levels.length - 1;
        const round = roundId(CAMPAIGN, STEP, 'all', above);
        const id = `${CAMPAIGN}.${STEP}.report.${unit}.main`;
        obligations.push(
          storedReport(id, {
            ...{
              campaign: CAMPAIGN,
              book: CAMPAIGN,
              step: STEP,
              subject: unit,
              answeringUnit: unit,
              receiver: above,
              round,
            },
            ...{ ancestors: [above], targets: collects ? [] : TARGET_IDS, cohort: 'cohort.test', version: 1 },
            ...(collects && { consolidates: roundId(CAMPAIGN, STEP, 'all', unit), consolidatedTargets: TARGET_IDS }),
          }),
        );
        this.ids.push(id);
        const about = { _id: round, campaign: CAMPAIGN, step: STEP, level: 'all', collector: above };
        rounds.set(round, {
          ...newRecord(round, CAMPAIGN),
          ...about,
          cohort: 'cohort.test',
          title: 'Báo cáo',
          opensAt: NOW,
          dueAt: NOW,
          expected: 0,
          state: 'open',
          intents: [],
        });
      }
    }
    await insertMissing(this.store.rounds, [...rounds.values()]);
    await insertMissing(this.store.obligations, obligations);
    await insertMissing(
      this.store.rows,
      obligations.map((o) => rowOf(o)),
    );
  }
}

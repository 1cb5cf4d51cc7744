import { type Plan, type Step } from './dump.types.js';
import { laidAtLaunch, layOut } from './lay-out.js';
import { live } from './life.js';
import { type Life } from './life.types.js';
import { OPENING_TIME } from './readings.js';
import { timeOn, type Instant } from './time.js';
import { must, type World } from './world.js';

export interface StepLife {
  step: Step;
  openedAt: Instant | null;
  finishedAt: Instant | null;
  lives: Life[];
}

/** The life of one campaign from its launch and what people did. Null: it has not come to that. */
export class Course {
  private readonly steps = new Map<string, StepLife>();
  private readonly asking = new Set<string>();

  constructor(
    private readonly world: World,
    readonly plan: Plan,
    readonly launchedAt: Instant,
  ) {}

  get all(): StepLife[] {
    return this.plan.steps.map((s) => this.step(s.id));
  }

  get lives(): Life[] {
    return this.all.flatMap((s) => s.lives);
  }

  get concludedAt(): Instant | null {
    return this.finish((s) => s.kind !== 'follow_up');
  }

  get closedAt(): Instant | null {
    return this.finish(() => true);
  }

  step(id: string): StepLife {
    const known = this.steps.get(id);
    if (known) return known;
    if (this.asking.has(id)) throw new Error(`${this.plan.code}: step ${id} waits for itself`);
    this.asking.add(id);
    const step = must(
      this.plan.steps.find((s) => s.id === id),
      `step ${id} of ${this.plan.code}`,
    );
    const life = this.run(step);
    this.asking.delete(id);
    this.steps.set(id, life);
    return life;
  }

  private run(step: Step): StepLife {
    if (step.skip) return { step, openedAt: this.launchedAt, finishedAt: this.launchedAt, lives: [] };
    const openedAt = this.opening(step);
    if (openedAt === null) return { step, openedAt, finishedAt: null, lives: [] };
    const calendar = this.world.calendar(this.plan);
    const laidAt = laidAtLaunch(step) ? this.launchedAt : openedAt;
    const lives = layOut(this.world, this.plan, step, laidAt, openedAt).map((laid) =>
      live(laid, this.world.actionsOf.get(laid.id) ?? [], calendar),
    );
    return { step, openedAt, finishedAt: allFinal(lives, openedAt), lives };
  }

  private opening(step: Step): Instant | null {
    const start = step.kind === 'follow_up' ? this.concludedAt : this.launchedAt;
    const day = step.opens === undefined ? this.launchedAt : timeOn(step.opens, OPENING_TIME);
    return latest([
      start,
      day,
      ...step.after.map((c) => {
        const met = c.is === 'opened' ? this.step(c.step).openedAt : this.step(c.step).finishedAt;
        const anyway = c.atLatest === undefined ? Infinity : timeOn(c.atLatest, OPENING_TIME);
        const at = Math.min(met ?? Infinity, anyway);
        return at === Infinity ? null : at;
      }),
    ]);
  }

  private finish(which: (step: Step) => boolean): Instant | null {
    return latest([this.launchedAt, ...this.plan.steps.filter(which).map((s) => this.step(s.id).finishedAt)]);
  }
}

const latest = (all: (Instant | null)[]): Instant | null =>
  all.some((t) => t === null) ? null : Math.max(...(all as Instant[]));

/** First instant, not before the opening, at which all are final at once. */
function allFinal(lives: Life[], openedAt: Instant): Instant | null {
  const turns = lives.flatMap((l) => l.finality.map((f) => f.at));
  const candidates = [openedAt, ...turns.filter((t) => t > openedAt)].sort((a, b) => a - b);
  return candidates.find((t) => lives.every((l) => l.finality.findLast((f) => f.at <= t)?.final ?? false)) ?? null;
}

/** Courses of all launched campaigns of the dump. */
export function coursesOf(world: World): Course[] {
  return world.dump.campaigns.map((row) => {
    const plan = must(
      world.dump.plans.find((p) => p.code === row.code),
      `the plan of ${row.code}`,
    );
    return new Course(world, plan, Date.parse(row.launchedAt));
  });
}

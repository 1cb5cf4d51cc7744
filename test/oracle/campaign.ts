import { concerns } from './commands.js';
import { type Plan, type Step } from './dump.types.js';
import { laidAtLaunch, layOut } from './lay-out.js';
import { live } from './life.js';
import { type Life } from './life.types.js';
import { OPENING_TIME } from './readings.js';
import { lookedAt, type Suspension } from './suspension.js';
import { timeOn, type Instant } from './time.js';
import { must } from './must.js';
import { type World } from './world.js';

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
  readonly suspensions: Suspension[];

  constructor(
    private readonly world: World,
    readonly plan: Plan,
    readonly launchedAt: Instant,
  ) {
    this.suspensions = world.suspensions(plan.code);
  }

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
    const commands = this.world.commandsOf.get(this.plan.code) ?? [];
    const lives = layOut(this.world, this.plan, step, laidAt, openedAt).map((laid) => {
      const own = this.world.actionsOf.get(laid.id) ?? [];
      const common = commands.filter((command) => concerns(this.world, laid, command));
      const inOrder = [...own, ...common].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      return live(laid, inOrder, calendar, this.suspensions);
    });
    return { step, openedAt, finishedAt: allFinal(lives, openedAt, this.suspensions), lives };
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

/** First instant, not before the opening, at which the engine finds all final at once. */
function allFinal(lives: Life[], openedAt: Instant, suspensions: Suspension[]): Instant | null {
  if (lives.length === 0) return openedAt;
  const turns = lives.flatMap((l) => l.finality.map((f) => f.at));
  const candidates = [openedAt, ...turns.filter((t) => t > openedAt)]
    .map((t) => lookedAt(suspensions, t))
    .filter((t) => t < Infinity)
    .sort((a, b) => a - b);
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

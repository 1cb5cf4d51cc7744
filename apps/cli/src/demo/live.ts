import { instantAt, localDateOf, localTimeOf, type LocalDate } from '#libs/domain';
import type { JournalDoc } from '#libs/store';
import { PeopleAgenda, type DoneAct, type PlannedAct } from './agenda-of-people.js';
import type { DemoConnection } from './connection.js';
import type { DemoWorld } from './demo-world.js';
import type { Hand } from './hand.js';
import { JournalReader } from './journal-reader.js';
import { launch } from './launch.js';
import { loadWorld } from './load-world.js';
import { Narrator } from './narrator.js';
import { patiently } from './patience.js';
import { People } from './people.js';

/** Office hour at which campaigns are launched. */
const LAUNCH_HOUR = '09:00';
/** No world of the demo takes longer; a guard against one that never ends. */
const STEP_LIMIT = 20_000;

/** What people do after what was journaled. */
export interface Reacting {
  react(entries: JournalDoc[], now: Date): Promise<PlannedAct[]>;
}

export interface LiveInput {
  world: DemoWorld;
  seed: number;
  hand: Hand;
  connection: DemoConnection;
  say: (line: string) => void;
  /** Who reacts; default the demo's own people by the seed. */
  people?: Reacting | undefined;
  /** Nobody reacts to anything: what the engine does then by itself. */
  nobodyActs?: boolean | undefined;
  /** Called before every move of time; tests kill processes here. */
  onStep?: ((next: Date, steps: number) => Promise<void> | void) | undefined;
  /** Time stops after this day. */
  until?: LocalDate | undefined;
}

/** The life of the world: launch each campaign on its day, let everybody react, move to the next instant, until all are closed. */
export async function live(input: LiveInput): Promise<DoneAct[]> {
  const { world, seed, hand, connection, say, nobodyActs, onStep, until } = input;
  const { store, stepper } = connection;
  const plans = new Map(world.plans.map((plan) => [plan.code, plan]));
  const launches = world.plans
    .map((plan) => ({ at: instantAt(plan.start, LAUNCH_HOUR), plan }))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const units = new Map(world.units.map((unit) => [unit.id, unit]));
  const people = input.people ?? new People(store, seed, plans, units);
  const agenda = new PeopleAgenda();
  const narrator = new Narrator(plans, say);
  const journal = new JournalReader(store);
  const launched = new Set<string>();
  let open = plans.size;
  const done: DoneAct[] = [];
  await loadWorld(store, world);
  let now = await stepper.begin(new Date(launches[0]!.at.getTime() - 3_600_000));
  for (let steps = 0; steps < STEP_LIMIT; steps += 1) {
    await stepper.settle();
    const news = await patiently(() => journal.news(launched));
    if (!nobodyActs) await agenda.add(await patiently(() => people.react(news, now)));
    narrator.tell(news, now);
    for (const { type } of news) if (type === 'closed') open -= 1;
    const next = earliest([stepper.nextWake, agenda.next, launches[0]?.at ?? null]);
    if (next === null || open === 0 || (until !== undefined && localDateOf(next) > until)) return done;
    await onStep?.(next, steps);
    const woken = await patiently(() => stepper.stepTo(next));
    now = stepper.now;
    let started = false;
    while (launches[0] && launches[0].at <= now) {
      const { plan } = launches.shift()!;
      await launch(plan, hand);
      started = true;
      launched.add(plan.code);
    }
    if (agenda.next && agenda.next <= now) {
      if (woken || started) await stepper.settle(); // what the engine does at this instant comes before what people do
      done.push(...(await agenda.perform(now, hand)));
    }
  }
  throw new Error(`the demo did not come to an end by ${localDateOf(now)} ${localTimeOf(now)}`);
}

const earliest = (instants: (Date | null)[]): Date | null =>
  instants.reduce((first, at) => (at !== null && (first === null || at < first) ? at : first), null);

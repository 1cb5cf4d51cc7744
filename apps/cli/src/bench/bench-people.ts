import { addWorkingDays, instantAt, type LocalDate } from '#libs/domain';
import type { ObligationRequest } from '#libs/commands';
import { ruleBook } from '#libs/rules';
import type { ObligationDoc, Store } from '#libs/store';
import { actorOf } from '../system/acting.js';
import { draw } from '../demo/random.js';
import type { BenchSystem } from './bench-system.js';
import { pool } from './pool.js';

const HOUR = '10:00';
const IN_FLIGHT = 32;
/** Shares of obligations: never handed in, handed in after the deadline, returned once (`reference/quality.md` 2.2, M2). */
const NEVER = 0.05;
const LATE = 0.1;
const RETURNED = 0.2;
/** Working days before the deadline over which reports come in. */
const SPREAD = 12;
const CALENDAR = 'vn-5d';

type Owed = Pick<ObligationDoc, '_id' | 'answeringUnit' | 'receiver' | 'targets'>;
interface Errand {
  owed: Owed;
  post: string;
  request: ObligationRequest;
}

/** Who hands in what on which morning, decided by the obligation's id alone; reviewers answer the working day after. */
export class BenchPeople {
  private readonly days = new Map<LocalDate, Errand[]>();

  private constructor(private readonly system: BenchSystem) {}

  static async of(system: BenchSystem, store: Store, campaign: string, due: LocalDate): Promise<BenchPeople> {
    const people = new BenchPeople(system);
    const projection = { answeringUnit: 1, receiver: 1, targets: 1 };
    const owed = (await store.obligations.find({ campaign } as never, { projection }).toArray()) as unknown as Owed[];
    for (const one of owed) people.plan(one, due);
    return people;
  }

  /** Next morning on which somebody acts. */
  get next(): Date | null {
    const [first] = [...this.days.keys()].sort();
    return first ? instantAt(first, HOUR) : null;
  }

  /** Everything people do on the mornings up to now. @returns how many commands */
  async act(now: Date): Promise<number> {
    let done = 0;
    for (let next = this.next; next && next <= now; next = this.next) {
      const day = [...this.days.keys()].sort()[0]!;
      const errands = this.days.get(day)!;
      this.days.delete(day);
      // several errands of one obligation follow each other; different obligations go side by side
      const queues = byObligation(errands);
      await pool(queues.length, IN_FLIGHT, async (at) => {
        for (const errand of queues[at]!) await this.run(errand, day);
      });
      done += errands.length;
    }
    return done;
  }

  private plan(owed: Owed, due: LocalDate): void {
    const luck = draw(1, 'bench', owed._id);
    const fate = luck.next();
    if (fate < NEVER) return;
    const calendar = ruleBook.calendar(CALENDAR);
    const late = fate < NEVER + LATE;
    const day = late
      ? addWorkingDays(calendar, due, 1 + Math.floor(luck.next() * 3))
      : addWorkingDays(calendar, due, -Math.floor(luck.next() * SPREAD));
    const sentBack = luck.chance(RETURNED);
    const submitted = this.handIn(owed, day);
    if (!sentBack) return this.review(owed, submitted, [{ type: 'receive' }, { type: 'accept' }]);
    this.review(owed, submitted, [{ type: 'receive' }, { type: 'return', reason: 'bench' }]);
    const again = addWorkingDays(calendar, submitted, 2);
    this.review(owed, this.handIn(owed, again), [{ type: 'receive' }, { type: 'accept' }]);
  }

  private handIn(owed: Owed, day: LocalDate): LocalDate {
    const figures = owed.targets.map((target) => ({ target, value: 1, status: 'final' as const }));
    this.put(day, { owed, post: `${owed.answeringUnit}:focal`, request: { type: 'submit', content: { figures } } });
    return day;
  }

  private review(owed: Owed, submitted: LocalDate, requests: ObligationRequest[]): void {
    const day = addWorkingDays(ruleBook.calendar(CALENDAR), submitted, 1);
    for (const request of requests) this.put(day, { owed, post: `${owed.receiver}:focal`, request });
  }

  private put(day: LocalDate, errand: Errand): void {
    const errands = this.days.get(day);
    if (errands) errands.push(errand);
    else this.days.set(day, [errand]);
  }

  private async run({ owed, post, request }: Errand, day: LocalDate): Promise<void> {
    const key = `${owed._id}|${request.type}|${day}`;
    const outcome = await this.system.obligations.execute(actorOf(post), owed._id, request, { key });
    if (!outcome.ok) throw new Error(`${owed._id} ${request.type} on ${day}: ${outcome.reason}`);
  }
}

function byObligation(errands: Errand[]): Errand[][] {
  const queues = new Map<string, Errand[]>();
  for (const errand of errands) {
    const queue = queues.get(errand.owed._id);
    if (queue) queue.push(errand);
    else queues.set(errand.owed._id, [errand]);
  }
  return [...queues.values()];
}

import { Injectable } from '@nestjs/common';
import { calendarById, ladderBook } from '#libs/rules';
import type { CampaignPlan, WorkCalendar } from '#libs/domain';
import { validatePlan } from '#libs/domain/plan/check-plan.js';
import { Store } from '#libs/store';
import { ProblemError } from '../http/problem-error.js';

const withId = ({ _id, ...rest }: { _id: string }) => ({ id: _id, ...rest });

/** Nothing is drafted or launched that would stand still, ask nobody or ask the impossible. */
@Injectable()
export class PlanGate {
  constructor(private readonly store: Store) {}

  /** @throws ProblemError with one error per finding: 400 for a draft, 409 for a launch */
  async check(plan: CampaignPlan, status: 400 | 409): Promise<void> {
    const [units, edges, posts] = await Promise.all(
      [this.store.units, this.store.edges, this.store.posts].map((collection) =>
        (collection as Store['units']).find({}).toArray(),
      ),
    );
    const calendar = knownCalendar(plan.calendar);
    if (!calendar)
      throw ProblemError.of(status, 'plan-refused', { errors: [{ field: 'calendar', message: plan.calendar }] });
    const surroundings = {
      ...{ units: units!.map(withId), edges: edges!.map(withId), posts: posts!.map(withId) },
      ...{ calendar, ladders: ladderBook },
    };
    const findings = validatePlan(plan, surroundings as unknown as Parameters<typeof validatePlan>[1]);
    if (findings.length === 0) return;
    const errors = findings.slice(0, 100).map(({ where, text }) => ({ field: where, message: text }));
    throw ProblemError.of(status, 'plan-refused', { errors });
  }
}

function knownCalendar(id: string): WorkCalendar | null {
  try {
    return calendarById(id);
  } catch {
    return null;
  }
}

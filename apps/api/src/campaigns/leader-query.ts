import { Injectable } from '@nestjs/common';
import { seesAll, type CampaignBodies, type Reader } from '#libs/access';
import { Clock } from '#libs/clock';
import type { LeaderView } from '#libs/contracts/http/index.js';
import { addDays, endOfDay, localDateOf, say, type MessageCode } from '#libs/domain';
import { Store, type CampaignDoc } from '#libs/store';
import { ProblemError } from '../http/problem-error.js';
import { ComingDays } from './coming-days.js';
import { LateUnits } from './late-units.js';
import { StepFigures } from './step-figures.js';
import { TargetFigures } from './target-figures.js';

/** Days that "what comes next" looks ahead. */
const AHEAD_DAYS = 14;
/** Lines of steps and of coming days that leave room for the rest of the sheet. */
const STEPS = 10;
const COMING = 10;

/** One sheet for the heads of the bodies of a campaign: what stands where, who is late and whom to ring up, what comes. */
@Injectable()
export class LeaderQuery {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly figures: StepFigures,
    private readonly lateUnits: LateUnits,
    private readonly days: ComingDays,
    private readonly progress: TargetFigures,
  ) {}

  /** @throws ProblemError 403 for who does not lead the campaign: the sheet names persons and telephones of all its units */
  async of(reader: Reader, { _id, bodies }: { _id: string; bodies: CampaignBodies }): Promise<LeaderView> {
    if (reader === 'everyone' || !seesAll(reader, bodies)) throw ProblemError.of(403, 'leaders-only');
    const now = await this.clock.now();
    const until = addDays(localDateOf(now), AHEAD_DAYS);
    const campaign = (await this.store.campaigns.findOne({ _id })) as unknown as CampaignDoc;
    const { plan, state, suspended } = campaign;
    const [steps, { late, units }, coming, targets] = await Promise.all([
      this.figures.of(campaign, now),
      this.lateUnits.of(_id, now),
      this.days.of(campaign, now, endOfDay(until)),
      this.progress.of(campaign, now),
    ]);
    const add = (pick: (one: LeaderView['steps'][number]) => number): number =>
      steps.reduce((sum, one) => sum + pick(one), 0);
    const [expected, actual] = [add((one) => one.expected), add((one) => one.actual)];
    return {
      now: now.toISOString(),
      campaign: _id,
      name: plan.name,
      stateText: say(`state.${state}` as MessageCode),
      suspended,
      start: plan.start,
      end: plan.end,
      total: {
        ...{ expected, actual, onTime: add((one) => one.onTime), overdue: add((one) => one.overdue) },
        rate: StepFigures.rate(actual, expected),
      },
      steps: steps.slice(-STEPS),
      stepsBefore: Math.max(0, steps.length - STEPS),
      late,
      lateUnits: units,
      until,
      coming: coming.slice(0, COMING),
      comingMore: Math.max(0, coming.length - COMING),
      targets,
    };
  }
}

import type { CampaignView, StepView } from '#libs/contracts/http/index.js';
import { say, sayCause, type MessageCode, type StepSpec } from '#libs/domain';
import type { CampaignDoc } from '#libs/store';
import { waitsFor } from './waits-for.js';

export interface Counts {
  expected: number;
  onTime: number;
  late: number;
  overdue: number;
  open: number;
}

const NOTHING: Counts = { expected: 0, onTime: 0, late: 0, overdue: 0, open: 0 };

/** One campaign with its stages: date or the ground on which it was skipped. */
export function campaignView(campaign: CampaignDoc, counts: Counts = NOTHING): CampaignView {
  const {
    _id,
    plan,
    state,
    suspended,
    suspensions = [],
    launchedAt,
    concludedAt,
    closedAt,
    revision,
    steps,
  } = campaign;
  const specs = new Map(plan.steps.map((step) => [step.id, step]));
  return {
    id: _id,
    name: plan.name,
    state,
    stateText: say(`state.${state}` as MessageCode),
    suspended,
    suspensions: suspensions.map(({ from, to, ...one }) => ({ ...one, from: from.toISOString(), to: iso(to) })),
    start: plan.start,
    end: plan.end,
    launchingUnit: plan.launchingUnit,
    standingBody: plan.standingBody,
    launchedAt: iso(launchedAt),
    concludedAt: iso(concludedAt),
    closedAt: iso(closedAt),
    revision,
    steps: steps.map((step) => stepView(step, specs, steps)),
    counts,
  };
}

function stepView(
  step: CampaignDoc['steps'][number],
  specs: Map<string, StepSpec>,
  steps: CampaignDoc['steps'],
): StepView {
  const { id, kind, title, state, at, finishedAt, ground, stuck } = step;
  const spec = specs.get(id);
  return {
    id,
    kind,
    title,
    state,
    at: iso(at),
    finishedAt: iso(finishedAt),
    ground: ground ?? spec?.skip?.ground ?? null,
    opens: spec?.opens ?? null,
    waitsFor: state === 'waiting' ? waitsFor(spec?.after ?? [], steps) : [],
    stuck: stuck && state === 'waiting' ? { since: stuck.since.toISOString(), text: sayCause(stuck.cause) } : null,
  };
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

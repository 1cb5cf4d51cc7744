import { isFinal, type ObligationState, type StepRecord } from '#libs/domain';
import type { CampaignDoc, SheetHeaderDoc, Store } from '#libs/store';

interface Tally {
  expected: number;
  onTime: number;
  late: number;
  open: number;
  overdue: number;
}

export interface CampaignLine extends Pick<Tally, 'open' | 'overdue'> {
  code: string;
  name: string;
  state: string;
  steps: number;
  stepsOver: number;
}

/** Every campaign with what is open and overdue in it, read from the obligations, not from pages made of them. */
export async function campaignList(store: Store): Promise<CampaignLine[]> {
  const projection = { state: 1, steps: 1, 'plan.name': 1 };
  const campaigns = (await store.campaigns
    .find({}, { projection })
    .sort({ _id: 1 })
    .toArray()) as unknown as CampaignDoc[];
  const counted = (await store.obligations
    .aggregate([
      { $match: { settled: false } },
      {
        $group: {
          _id: { campaign: '$campaign', state: '$state' },
          open: { $sum: 1 },
          overdue: { $sum: { $cond: [{ $ne: ['$overdueAt', null] }, 1, 0] } },
        },
      },
    ])
    .toArray()) as { _id: { campaign: string; state: ObligationState }; open: number; overdue: number }[];
  return campaigns.map(({ _id: code, state, steps, plan }) => {
    const mine = counted.filter(({ _id }) => _id.campaign === code && _id.state !== 'scheduled' && !isFinal(_id.state));
    return {
      code,
      name: plan.name,
      state,
      steps: steps.length,
      stepsOver: steps.filter((step) => step.state === 'finished' || step.state === 'skipped').length,
      open: sum(mine.map(({ open }) => open)),
      overdue: sum(mine.map(({ overdue }) => overdue)),
    };
  });
}

export interface StepLine extends Tally {
  id: string;
  kind: string;
  title: string;
  state: StepRecord['state'];
  at: Date | null;
  finishedAt: Date | null;
  ground: string | null;
}

export interface CampaignDetail {
  code: string;
  name: string;
  state: string;
  suspended: boolean;
  launchedAt: Date | null;
  concludedAt: Date | null;
  closedAt: Date | null;
  steps: StepLine[];
}

/** One campaign with the sums of its sheets' headers by step; null when there is none of this code. */
export async function campaignDetail(store: Store, code: string): Promise<CampaignDetail | null> {
  const campaign = (await store.campaigns.findOne({ _id: code })) as unknown as CampaignDoc | null;
  if (!campaign) return null;
  const headers = (await store.headers.find({ campaign: code } as never).toArray()) as unknown as SheetHeaderDoc[];
  const { plan, state, suspended, launchedAt, concludedAt, closedAt } = campaign;
  const steps = campaign.steps.map(({ id, kind, title, state: now, at, finishedAt, ground }) => {
    const mine = headers.filter(({ step }) => step === id);
    const total = (field: keyof Tally): number => sum(mine.map((header) => header[field]));
    const tally = {
      expected: total('expected'),
      onTime: total('onTime'),
      late: total('late'),
      open: total('open'),
      overdue: total('overdue'),
    };
    return { id, kind, title, state: now, at, finishedAt, ground, ...tally };
  });
  return { code, name: plan.name, state, suspended, launchedAt, concludedAt, closedAt, steps };
}

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

import { localDateOf, type CampaignPlan, type DutyKind, type Unit } from '#libs/domain';
import type { ObligationDoc, Store, SubmissionContent } from '#libs/store';
import { contentFor } from './behaviour/index.js';
import type { SelfScoreContent } from './behaviour/index.js';

/** Writes the content of what people hand in, from the seed and from what the system shows them at that moment. */
export class Papers {
  constructor(
    private readonly store: Store,
    private readonly seed: number,
    private readonly plans: Map<string, CampaignPlan>,
    private readonly units: Map<string, Unit>,
  ) {}

  /** The body of a submission at `at`. */
  async of(o: ObligationDoc, at: Date, nil: boolean): Promise<{ content: SubmissionContent }> {
    const plan = this.plans.get(o.campaign)!;
    const step = plan.steps.find(({ id }) => id === o.step)!;
    const targets = plan.targets.filter(({ id }) => o.targets.includes(id));
    const paper = contentFor(o.kind as DutyKind, {
      seed: this.seed,
      obligation: o._id,
      unit: this.units.get(o.subject)!,
      day: localDateOf(at),
      targets,
      period: { id: step.period?.id ?? step.id, to: step.period?.to ?? localDateOf(at), final: o.kind !== 'report' },
      nil,
      criteria: plan.scoring,
      ...(o.kind === 'event' && { occurredOn: plan.end }),
      ...(o.kind === 'verification' && { claimed: await this.claimed(o) }),
      ...(ITEMS.has(o.kind) && { items: await this.items(o, plan) }),
    });
    return { content: tidy(paper as unknown as Record<string, unknown>) };
  }

  private async claimed(o: ObligationDoc): Promise<SelfScoreContent['scores']> {
    const self = await this.store.obligations.findOne({
      campaign: o.campaign,
      kind: 'self_score',
      subject: o.subject,
    } as never);
    if (!self?.submission) return [];
    const submission = await this.store.submissions.findOne({ _id: self.submission });
    return (submission?.content.scores ?? []) as SelfScoreContent['scores'];
  }

  /** A vote is on the session's list; a proposal takes what passed, or the head of the ranking; a decision what was proposed. */
  private async items(o: ObligationDoc, plan: CampaignPlan): Promise<string[]> {
    const session = await this.store.sessions.findOne({ campaign: o.campaign } as never);
    if (o.kind === 'vote') return session?.items ?? [];
    if (o.kind === 'decision') return (await this.content(o.campaign, 'proposal'))?.items as string[];
    const passed = session?.tally?.filter((one) => one.passed).map(({ item }) => item);
    const ranking = (await this.content(o.campaign, 'ranking'))?.ranking as { unit: string }[] | undefined;
    return (passed ?? ranking?.map(({ unit }) => unit) ?? []).slice(0, plan.award.quota);
  }

  private async content(campaign: string, kind: string): Promise<SubmissionContent | undefined> {
    const o = await this.store.obligations.findOne({ campaign, kind } as never);
    if (!o?.submission) return undefined;
    return (await this.store.submissions.findOne({ _id: o.submission }))?.content;
  }
}

const ITEMS = new Set(['vote', 'proposal', 'decision']);

/** A nil report says why. */
function tidy(paper: Record<string, unknown>): SubmissionContent {
  const { nil, figures, ...rest } = paper;
  if (typeof nil === 'string') return { ...rest, narrative: '', nil: { reason: nil } };
  return figures === undefined ? rest : { ...rest, figures: figures as never };
}

import { obligationId } from '#libs/contracts';
import type { CampaignPlan, GivenPledge, ObligationKind, Pledge } from '#libs/domain';
import type { ObligationDoc, Store, SubmissionDoc } from '#libs/store';

/** Papers that promise figures: what goes up to be received, and what is signed. */
const PROMISES: readonly ObligationKind[] = ['registration', 'covenant'];

type Given = ReadonlyMap<string, GivenPledge>;
type Paper = Pick<ObligationDoc, '_id' | 'subject' | 'kind' | 'state' | 'submission'>;
const PAPER = { subject: 1, kind: 1, state: 1, submission: 1 } as const;

/** What one unit pledged, by target; of two papers the one that was handed in last counts. By key: a campaign has few such steps. */
export async function pledgesOfUnit(store: Store, { code, steps }: CampaignPlan, unit: string): Promise<Given> {
  const ids = steps
    .filter(({ kind }) => PROMISES.includes(kind as ObligationKind))
    .map(({ id, kind }) => obligationId(code, id, kind, unit));
  if (ids.length === 0) return new Map();
  return (await given(store, { _id: { $in: ids } })).get(unit) ?? new Map();
}

/** The same for many units of a campaign, by unit. */
export const pledgesOfUnits = (store: Store, campaign: string, units: string[]): Promise<ReadonlyMap<string, Given>> =>
  given(store, { campaign, kind: { $in: PROMISES }, subject: { $in: units } });

async function given(store: Store, filter: object): Promise<ReadonlyMap<string, Given>> {
  const papers = (await store.obligations
    .find({ ...filter, submission: { $ne: null } } as never, { projection: PAPER })
    .toArray()) as unknown as Paper[];
  if (papers.length === 0) return new Map();
  const byId = new Map(papers.map((paper) => [paper.submission!, paper]));
  const submissions = (await store.submissions
    .find({ _id: { $in: [...byId.keys()] } } as never, { projection: { 'content.pledges': 1, at: 1 } })
    .sort({ at: 1, _id: 1 })
    .toArray()) as unknown as SubmissionDoc[];
  const units = new Map<string, Map<string, GivenPledge>>();
  for (const { _id, content } of submissions) {
    const { _id: obligation, subject, kind, state } = byId.get(_id)!;
    const ofUnit = units.get(subject) ?? new Map<string, GivenPledge>();
    units.set(subject, ofUnit);
    for (const { target, value } of (content.pledges ?? []) as Pledge[])
      ofUnit.set(target, { value, kind, obligation, state });
  }
  return units;
}

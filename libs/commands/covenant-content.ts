import { isRefusal, localDateOf, plannedFor, refuse, type CovenantContent, type Refusal } from '#libs/domain';
import { targetsOfDay } from '#libs/pledges';
import { organisationOn, type CovenantDoc, type ObligationDoc, type Store } from '#libs/store';

/** What a person writes: the words, and what parties pledge. The engine adds the parties and what each was assigned. */
export interface CovenantText {
  text: string;
  pledges: { unit: string; target: string; value: number | null }[];
}

/** The content that is signed: every signatory that was not excused, with every target it is asked about. */
export async function covenantContent(
  store: Store,
  covenant: CovenantDoc,
  { text, pledges }: CovenantText,
  at: Date,
): Promise<CovenantContent | Refusal> {
  const day = localDateOf(at);
  const ids = covenant.signatories.map(({ obligation }) => obligation);
  const [{ tree }, targets, owed] = await Promise.all([
    organisationOn(store, day),
    targetsOfDay(store, covenant.campaign, day),
    store.obligations.find({ _id: { $in: ids }, state: { $ne: 'excused' } } as never).toArray(),
  ]);
  const parties = (owed as unknown as ObligationDoc[]).sort((a, b) => (a.answeringUnit < b.answeringUnit ? -1 : 1));
  const stray = strayPledge(parties, pledges);
  if (isRefusal(stray)) return stray;
  return {
    text,
    parties: parties.map(({ answeringUnit: unit, targets: asked }) => ({
      unit,
      pledges: targets
        .filter(({ id }) => asked.includes(id))
        .map((target) => ({
          target: target.id,
          assigned: assignedTo(tree.unit(unit), target),
          value: pledges.find((one) => one.unit === unit && one.target === target.id)?.value ?? null,
        })),
    })),
  };
}

const assignedTo = (
  unit: Parameters<typeof plannedFor>[1] | undefined,
  target: Parameters<typeof plannedFor>[0],
): number | null => (unit ? plannedFor(target, unit) : null);

/** Pledges are of parties, of targets these are asked about, each once. */
function strayPledge(parties: readonly ObligationDoc[], pledges: CovenantText['pledges']): Refusal | null {
  const seen = new Set<string>();
  for (const { unit, target } of pledges) {
    const party = parties.find(({ answeringUnit }) => answeringUnit === unit);
    if (!party) return refuse('covenant-not-party', { unit });
    if (!party.targets.includes(target)) return refuse('covenant-target', { unit, target });
    if (seen.has(`${unit}.${target}`)) return refuse('covenant-twice', { unit, target });
    seen.add(`${unit}.${target}`);
  }
  return null;
}

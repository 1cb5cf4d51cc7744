import { formOf, hasForm, localDateOf, type CampaignPlan, type Form, type Obligation } from '#libs/domain';
import { reportOutlineOn } from '#libs/rules';
import { contentHash, insertMissing, planOf, type Store } from '#libs/store';

/** A form with its version: the hash of exactly what it asks for. */
export interface PinnedForm {
  hash: string;
  form: Form;
  plan: CampaignPlan;
}

/** What must be known of what is owed to find its form. */
export type Owed = Pick<
  Obligation,
  '_id' | 'campaign' | 'step' | 'kind' | 'subject' | 'title' | 'targets' | 'consolidatedTargets' | 'consolidates'
> & { deadlines: Pick<Obligation['deadlines'][number], 'at'>[] };

/** Forms of a plan as long as it is held: hundreds of reports ask for the same ones. */
const made = new WeakMap<CampaignPlan, Map<string, PinnedForm>>();
const kept = new WeakMap<Store, Map<string, Promise<unknown>>>();
/** Versions remembered as kept, or as being kept; a campaign has some dozens. */
const MAX_KEPT = 5_000;

/** @returns null for what is not filled in on a form */
export async function formFor(store: Store, owed: Owed): Promise<PinnedForm | null> {
  return hasForm(owed) ? formIn(await planOf(store, owed.campaign), owed) : null;
}

function formIn(plan: CampaignPlan, owed: Owed): PinnedForm {
  const ofPlan = made.get(plan) ?? new Map<string, PinnedForm>();
  made.set(plan, ofPlan);
  const { step, kind, title, targets, consolidatedTargets } = owed;
  // the outline of the day the obligation was made holds for its whole life
  const day = localDateOf(owed.deadlines[0]!.at);
  const key = JSON.stringify([step, kind, title, day, targets, consolidatedTargets]);
  const known = ofPlan.get(key);
  if (known) return known;
  const form = formOf(plan, owed, reportOutlineOn(day));
  const pinned = { hash: contentHash(form), form, plan };
  ofPlan.set(key, pinned);
  return pinned;
}

/** Keeps the version, so that a report can be shown for years on the form it was filled in on. */
export async function keepForm(store: Store, { hash, form }: PinnedForm): Promise<void> {
  const known = kept.get(store) ?? new Map<string, Promise<unknown>>();
  kept.set(store, known);
  if (known.size >= MAX_KEPT) known.clear();
  const keeping = known.get(hash) ?? insertMissing(store.forms, [{ _id: hash, form }]);
  known.set(hash, keeping);
  await keeping.catch((error: unknown) => {
    known.delete(hash);
    throw error;
  });
}

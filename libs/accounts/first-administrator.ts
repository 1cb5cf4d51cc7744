import { isMailAddress, type LocalDate, type Refusal } from '#libs/domain';
import { organisationOn, saveOrganisation, type Store } from '#libs/store';
import type { AccountDesk } from './account-desk.js';
import { accountRefusal } from './refusals.js';

/** Unit and post of who runs the system: they stand above nobody and below nobody. */
const UNIT = 'system';
const POST = `${UNIT}:administrator`;
const PERSON = 'system-administrator';

/**
 * The first account of a new system: an administrator, who then invites others. Its link is given to whoever sits at the machine. As long
 * as no administrator has a password, it may be done again, with another address too.
 * @param today holds the post from this day on
 */
export async function firstAdministrator(
  store: Store,
  desk: AccountDesk,
  { name, email }: { name: string; email: string },
  today: LocalDate,
): Promise<{ person: string; url: string; until: Date } | Refusal> {
  if (!isMailAddress(email)) return accountRefusal('address-not-one', { address: email });
  const there = await administratorWithPassword(store, today);
  if (there !== null) return accountRefusal('administrator-there', { person: there });
  await saveOrganisation(store, {
    units: [
      { _id: UNIT, name: 'Quản trị hệ thống', kind: UNIT, groups: [], validFrom: today, validTo: null, successors: [] },
    ],
    edges: [],
    posts: [{ _id: POST, unit: UNIT, role: 'administrator', title: 'Quản trị hệ thống', mailbox: null }],
    persons: [{ _id: PERSON, name, email, phone: null }],
    holders: [{ _id: `${POST}-1`, post: POST, person: PERSON, from: today, to: null }],
  });
  await store.persons.updateOne({ _id: PERSON }, { $set: { name, email } }); // typed wrongly the time before
  const link = await desk.invitationLink(PERSON, POST);
  return 'refused' in link ? link : { person: PERSON, ...link };
}

async function administratorWithPassword(store: Store, today: LocalDate): Promise<string | null> {
  const posts = await store.posts.distinct('_id', { role: 'administrator' });
  const organisation = await organisationOn(store, today);
  const holders = posts.flatMap((post) => organisation.holderOf(post) ?? []);
  const open = { _id: { $in: holders }, disabledAt: null, password: { $ne: null } };
  return (await store.accounts.findOne(open))?._id ?? null;
}

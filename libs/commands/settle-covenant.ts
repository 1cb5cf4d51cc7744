import {
  askAgain,
  decide,
  signaturesOf,
  versionOf,
  type Actor,
  type CovenantVersion,
  type CovenantSignature,
} from '#libs/domain';
import { ruleBook } from '#libs/rules';
import { recordUnmoved, type CovenantDoc, type ObligationDoc, type Store } from '#libs/store';
import { derivedFields } from './derived-fields.js';
import { guardedWrite } from './guarded-write.js';
import { insist } from './insist.js';
import { keepContent } from './keep-content.js';

/**
 * Brings the obligations of a covenant's signatories to what the covenant says: who signed the text that stands has done it, who signed
 * an older one owes it again. The covenant is what counts; this may be cut and done again by anybody, at any time.
 */
export async function settleCovenant(store: Store, id: string): Promise<void> {
  for (;;) {
    const covenant = (await store.covenants.findOne({ _id: id })) as unknown as CovenantDoc | null;
    if (!covenant) return;
    const moved = await settleOnce(store, covenant);
    const { version } = (await store.covenants.findOne({ _id: id }, { projection: { version: 1 } }))!;
    if (!moved && version === covenant.version) return;
  }
}

/** Obligations that do not say yet what their covenant says. */
export interface Unsettled {
  version: CovenantVersion;
  /** Done by a text that does not stand any more. */
  outdated: ObligationDoc[];
  /** Signed, and still owed. */
  signed: { owed: ObligationDoc; signature: CovenantSignature }[];
}

/** @returns null before there is a text */
export async function unsettledOf(store: Store, covenant: CovenantDoc): Promise<Unsettled | null> {
  const version = versionOf(covenant);
  if (!version) return null;
  const ids = covenant.signatories.map(({ obligation }) => obligation);
  const all = (await store.obligations.find({ _id: { $in: ids } }).toArray()) as unknown as ObligationDoc[];
  const signatures = new Map(signaturesOf(covenant, version.n).map((one) => [one.unit, one]));
  const signed = all.flatMap((owed) => {
    const signature = signatures.get(owed.answeringUnit);
    return signature && (owed.state === 'open' || owed.state === 'returned') ? [{ owed, signature }] : [];
  });
  return { version, outdated: await signedOtherwise(store, all, version), signed };
}

/** @returns whether something was asked for again: then there may be more to do */
async function settleOnce(store: Store, covenant: CovenantDoc): Promise<boolean> {
  const unsettled = await unsettledOf(store, covenant);
  if (!unsettled) return false;
  const { version, outdated, signed } = unsettled;
  await askAll(store, covenant, version, outdated);
  for (const { owed, signature } of signed) await settle(store, covenant, version, owed, signature);
  return outdated.length > 0;
}

/** Those that stand as done by another text. */
async function signedOtherwise(
  store: Store,
  owed: ObligationDoc[],
  { hash }: CovenantVersion,
): Promise<ObligationDoc[]> {
  const done = owed.filter(({ state }) => state === 'done');
  const found = await store.submissions
    .find({ _id: { $in: done.flatMap(({ submission }) => submission ?? []) } }, { projection: { 'content.hash': 1 } })
    .toArray();
  const hashOf = new Map(found.map(({ _id, content }) => [_id, content.hash]));
  return done.filter(({ submission }) => hashOf.get(submission ?? '') !== hash);
}

async function askAll(
  store: Store,
  { _id }: CovenantDoc,
  { n, at }: CovenantVersion,
  owed: ObligationDoc[],
): Promise<void> {
  const changes = owed.flatMap((o) => {
    const asked = askAgain(o, { now: at, rules: ruleBook, about: { covenant: _id, version: n } });
    if (!asked) return [];
    const set = { ...asked.next, ...derivedFields(o, asked.next) };
    return [[o._id, { version: o.version, set, event: { ...asked.event, id: `${o._id}|${_id}@${n}` } }] as const];
  });
  if (changes.length) await recordUnmoved(store, 'obligations', new Map(changes));
}

/** The party's own obligation is done, at the instant of its signature. */
async function settle(
  store: Store,
  { _id: covenant, campaign }: CovenantDoc,
  { n, hash, content: text }: CovenantVersion,
  owed: ObligationDoc,
  { unit, post, person, at }: CovenantSignature,
): Promise<void> {
  const actor: Actor = { unit, post, person, role: 'head' };
  const pledges = text.parties
    .find((one) => one.unit === unit)!
    .pledges.map(({ target, value }) => ({ target, value }));
  const content = { signedBy: post, pledges, covenant, version: n, hash };
  const state = (await store.campaigns.findOne({ _id: campaign }, { projection: { state: 1 } }))?.state;
  const flags = { cancelled: state === 'cancelled', closed: state === 'closed' };
  await insist(() =>
    guardedWrite<ObligationDoc, object>(
      store,
      'obligations',
      owed._id,
      { key: `covenant|${hash}`, post, body: { hash }, at },
      async (o) => {
        const kept = await keepContent(store, actor, o, content, { at });
        const decision = decide(
          o,
          { type: 'submit', ...kept, nil: false },
          { now: at, actor, rules: ruleBook, campaign: flags },
        );
        if (decision.refused) return decision;
        return { ...decision, next: { ...decision.next, ...derivedFields(o, decision.next) } };
      },
    ),
  );
}

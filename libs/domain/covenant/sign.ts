import { isRefusal, refuse, type Refusal } from '../lifecycle/refusal.js';
import { jointCovenantStates } from '../lifecycle/joint-covenant.lifecycle.js';
import type { DomainEvent } from '../obligation/obligation.types.js';
import type { NoteRef } from '../obligation/commands.types.js';
import type { Covenant, CovenantVersion, Declined, Party, Scan, CovenantSignature } from './covenant.types.js';
import type { CovenantChange } from './propose.js';
import { missingOf, signaturesOf, versionOf } from './standing.js';

/** The signature as it is given: whose it is, and on paper its scan and who entered that. */
export interface GivenSignature {
  party: Party;
  /** Hash that was signed: on paper, the one printed on it. */
  hash: string;
  at: Date;
  scan?: Scan;
  enteredBy?: { post: string; person: string | null };
}

/**
 * One party signs the text that stands. Who signs is the head or chair of the unit; nobody signs twice, nor for two parties.
 * The last signature completes the covenant in the same change, so it is completed once.
 */
export function sign(covenant: Covenant, given: GivenSignature): CovenantChange | Refusal {
  const { party, hash, at, scan, enteredBy } = given;
  const version = mayAnswer(covenant, party, hash);
  if (isRefusal(version)) return version;
  const { unit, post, person, role } = party;
  if (role !== 'head' && role !== 'chair') return refuse('covenant-head-signs', { post });
  const twin = signaturesOf(covenant, version.n).find((one) => person !== null && one.person === person);
  if (twin) return refuse('covenant-same-person', { unit: twin.unit });
  const signature: CovenantSignature = {
    ...{ version: version.n, hash, unit, post, person, at },
    ...(scan && { scan }),
    ...(enteredBy && { enteredBy }),
  };
  const missing = missingOf(covenant).filter((one) => one !== unit);
  const state = jointCovenantStates.next(covenant.state, missing.length ? 'sign' : 'complete');
  if (isRefusal(state)) return state;
  const actor = enteredBy ?? { post, person };
  const data = { step: covenant.step, version: version.n, hash };
  const signed: DomainEvent = {
    ...{ type: 'covenant_signed', at, actor },
    data: { ...data, unit, signer: post, missing: missing.length, ...(scan && { scan: scan.sha256 }) },
  };
  const completed: DomainEvent = { type: 'covenant_completed', at, actor, data };
  const versions = covenant.versions.map((one) => (one.n === version.n ? { ...one, completedAt: at } : one));
  return {
    refused: false,
    next: { state, signatures: [...covenant.signatures, signature], ...(missing.length ? {} : { versions }) },
    events: missing.length ? [signed] : [signed, completed],
  };
}

/** One party does not sign the text that stands, and says why. It still owes its signature, to this text or another. */
export function decline(
  covenant: Covenant,
  { party, hash, note, at }: { party: Party; hash: string; note: NoteRef; at: Date },
): CovenantChange | Refusal {
  const version = mayAnswer(covenant, party, hash);
  if (isRefusal(version)) return version;
  const { unit, post, person } = party;
  const declined: Declined = { version: version.n, unit, post, person, at, note: note.id };
  return {
    refused: false,
    next: { declined: [...covenant.declined, declined] },
    events: [
      {
        ...{ type: 'covenant_declined', at, actor: { post, person } },
        data: { step: covenant.step, version: version.n, hash, unit, note },
      },
    ],
  };
}

/** The version that is answered: the one that stands, by a party of it that has not signed it. */
function mayAnswer(covenant: Covenant, { unit }: Party, hash: string): CovenantVersion | Refusal {
  const version = versionOf(covenant);
  if (!version) return refuse('covenant-unwritten');
  if (!version.content.parties.some((one) => one.unit === unit)) return refuse('covenant-not-party', { unit });
  if (version.hash !== hash) return refuse('covenant-other-text', { current: version.n });
  const signed = signaturesOf(covenant, version.n).find((one) => one.unit === unit);
  return signed ? refuse('covenant-signed-already', { unit, post: signed.post }) : version;
}

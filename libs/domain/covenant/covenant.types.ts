/** Who must sign a covenant (giao ước thi đua), by the obligation that gives them clock and ladder. */
export interface Signatory {
  obligation: string;
  unit: string;
}

/** What one party pledges for a target, beside what it was assigned on the day of the version. */
export interface CovenantPledge {
  target: string;
  assigned: number | null;
  value: number | null;
}

/** Exactly what is signed. Parties in the order of their ids; who was excused is none. */
export interface CovenantContent {
  text: string;
  parties: { unit: string; pledges: CovenantPledge[] }[];
}

/** `first`: nothing stood before; `changed`: by a person; `target_amended`: a target of it has another level now. */
export type VersionGround = 'first' | 'changed' | 'target_amended';

/** One text of the covenant, kept for ever. Signatures are of a version; another version needs all of them again. */
export interface CovenantVersion {
  n: number;
  /** SHA-256 over covenant, number and content: what is signed, and printed on the paper. */
  hash: string;
  content: CovenantContent;
  ground: VersionGround;
  by: { post: string | null; person: string | null };
  at: Date;
  /** When the last party signed it. */
  completedAt: Date | null;
}

/** A file that shows the signature on paper: bound to the version by the hash printed on it. */
export interface Scan {
  sha256: string;
  name: string;
  bytes: number;
}

export interface CovenantSignature {
  version: number;
  hash: string;
  unit: string;
  /** Whose signature it is. */
  post: string;
  person: string | null;
  at: Date;
  /** On paper: the scan, and who entered it. */
  scan?: Scan;
  enteredBy?: { post: string; person: string | null };
}

/** Somebody does not sign, and says why; the words stand apart as a note. */
export interface Declined {
  version: number;
  unit: string;
  post: string;
  person: string | null;
  at: Date;
  note: string;
}

export type CovenantState = 'unwritten' | 'signing' | 'complete';

/** A document that several sign: a unit with its superior, or all of a cluster (cụm, khối thi đua). */
export interface Covenant {
  _id: string;
  campaign: string;
  step: string;
  title: string;
  /** As laid out. */
  signatories: Signatory[];
  state: CovenantState;
  versions: CovenantVersion[];
  /** Of every version, in the order in which they came. */
  signatures: CovenantSignature[];
  declined: Declined[];
}

/** Who acts on a covenant: for which party, by which post. */
export interface Party {
  unit: string;
  post: string;
  person: string | null;
  role: string;
}

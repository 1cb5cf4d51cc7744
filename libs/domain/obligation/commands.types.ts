import type { AmendmentDecision } from '../amendment/amendment.types.js';
import type { EscalationTarget } from '../ladder/ladder.types.js';
import type { GivenRemark, GivenReply } from '../review/remark.types.js';
import type { LocalDate } from '../time/local-date.js';

/** A person's reason or remark: the text stands apart (erasable), the journal holds its id and salted hash. */
export interface NoteRef {
  id: string;
  hash: string;
}

/** The paper a decision stands in. */
export interface DocumentRef {
  number: string;
  date: LocalDate;
}

/** Entry on behalf (nhập thay): the signed paper that an officer typed from. */
export interface OnBehalf {
  /** Unit whose paper it is. */
  unit: string;
  /** Number and date as printed on the paper, and the SHA-256 of its scan. */
  paper: string;
  scan: string;
}

/** What people may do to an obligation. A reviewer may name the hash of the content that was read: another one is refused. */
export type ObligationCommand =
  | {
      type: 'submit';
      submission: string;
      contentHash: string;
      nil: boolean;
      note?: NoteRef;
      replies?: GivenReply[];
      /** Difficulties that it raises; absent: none. */
      difficulties?: number;
      /** Typed by an officer for a unit without accounts. */
      onBehalf?: OnBehalf;
    }
  | { type: 'withdraw'; note: NoteRef }
  | { type: 'receive'; contentHash?: string }
  | { type: 'accept'; note?: NoteRef; contentHash?: string; resolve?: string[] }
  | { type: 'return'; note: NoteRef; contentHash?: string; remarks?: GivenRemark[] }
  | { type: 'reopen'; note: NoteRef }
  | { type: 'release'; note: NoteRef }
  | { type: 'excuse'; note: NoteRef }
  | { type: 'request_extension'; proposedDay: LocalDate; reason: string; note: NoteRef }
  | { type: 'decide_extension'; granted: boolean; lastDay?: LocalDate; reason: string; note: NoteRef }
  | { type: 'extend'; lastDay: LocalDate; reason: string; note: NoteRef; document?: DocumentRef }
  | { type: 'declare_delay'; expectedDay: LocalDate; reason: string; note: NoteRef }
  | {
      type: 'amend';
      /** Number of the note that was read. */
      n: number;
      decision: AmendmentDecision;
      note: NoteRef;
      /** `accept_now`: the report with the changed figures. */
      submission?: string;
      contentHash?: string;
    }
  | { type: 'escalate'; to: EscalationTarget; reason: string; note: NoteRef };

export interface Actor {
  person: string | null;
  post: string;
  unit: string;
  role: string;
}

/** Answer to an accepted command: what the person may print and keep. */
export interface Receipt {
  number: string;
  obligation: string;
  command: ObligationCommand['type'];
  at: Date;
  state: string;
  revision: number;
  contentHash?: string;
  onTime?: boolean;
  /** After the due instant and within grace: not counted as late. */
  inGrace?: boolean;
  dueAt?: Date;
}

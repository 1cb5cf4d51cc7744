import type { EscalationTarget } from '../ladder/ladder.types.js';
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

/** What people may do to an obligation. */
export type ObligationCommand =
  | { type: 'submit'; submission: string; contentHash: string; nil: boolean; note?: NoteRef }
  | { type: 'withdraw'; note: NoteRef }
  | { type: 'receive' }
  | { type: 'accept'; note?: NoteRef }
  | { type: 'return'; note: NoteRef }
  | { type: 'reopen'; note: NoteRef }
  | { type: 'release'; note: NoteRef }
  | { type: 'excuse'; note: NoteRef }
  | { type: 'request_extension'; proposedDay: LocalDate; reason: string; note: NoteRef }
  | { type: 'decide_extension'; granted: boolean; lastDay?: LocalDate; reason: string; note: NoteRef }
  | { type: 'extend'; lastDay: LocalDate; reason: string; note: NoteRef; document?: DocumentRef }
  | { type: 'declare_delay'; expectedDay: LocalDate; reason: string; note: NoteRef }
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

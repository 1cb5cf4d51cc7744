import { say, type MessageCode } from '../messages/say.js';
import { localDateOf } from '../time/local-date.js';
import { daysLate, instantInWords } from './late-work.js';
import { letterhead, yearOf } from './letterhead.js';
import type { Issuer, LetterContent, LetterRow } from './letter.types.js';
import { orNone } from './lines.js';
import { shortDate } from './number-and-place.js';

/** What of each kind fits on the one page; the newest are shown, the number of the others is said. */
export const FACT_SHEET_ROWS = { reminders: 6, extensions: 2, returns: 2 } as const;
/** Characters of a person's words on the page; the rest stands in the record. */
export const FACT_SHEET_WORDS = 100;

export interface Reminder {
  at: Date;
  /** Act of the ladder: remind, urge, escalate, …  */
  act: string;
  to: string;
  /** State of the mail that carried it, or of the notice while there is none. */
  outcome: string;
  sentAt: Date | null;
  /** When its reader opened it: read in the console, or a link of the mail used. */
  openedAt: Date | null;
}

export interface ExtensionFact {
  at: Date;
  by: string;
  /** `granted` with the new day, `refused`, or `pending` with the day asked for. */
  decision: 'granted' | 'refused' | 'pending';
  day: string;
  ground: string;
}

export interface FactSheetFacts {
  id: string;
  issuer: Issuer;
  asOf: Date;
  campaign: string;
  title: string;
  unit: string;
  receiver: string;
  state: string;
  /** As planned, and as it stands after extensions or returns. */
  originalDueAt: Date;
  dueAt: Date;
  submittedAt: Date | null;
  onTime: boolean | null;
  /** True while the work is owed and its due instant has passed. */
  late: boolean;
  reminders: Reminder[];
  extensions: ExtensionFact[];
  returns: { at: Date; by: string; reason: string | null }[];
}

/** The one page that goes up with an escalation: what is owed, reminders delivered and opened, extensions, returns. */
export function factSheet(facts: FactSheetFacts): LetterContent {
  const { id, asOf, title, unit } = facts;
  const day = localDateOf(asOf);
  const head = letterhead(facts.issuer, day, yearOf(day));
  return {
    kind: 'fact_sheet',
    id,
    fields: {
      ...head.fields,
      ten_loai: say('letter.sheet.type'),
      trich_yeu: say('letter.sheet.subject', { title, unit }),
      thoi_diem: say('letter.as-of', { at: instantInWords(asOf) }),
    },
    lists: {
      ...head.lists,
      tom_tat: summary(facts),
      nhac_viec: orNone(newest(facts.reminders, FACT_SHEET_ROWS.reminders, REMINDER, reminderRow), REMINDER),
      gia_han: orNone(newest(facts.extensions, FACT_SHEET_ROWS.extensions, EXTENSION, extensionRow), EXTENSION),
      tra_lai: orNone(newest(facts.returns, FACT_SHEET_ROWS.returns, RETURN, returnRow), RETURN),
    },
  };
}

const REMINDER = ['ngay', 'noi_dung', 'nguoi_nhan', 'ket_qua'] as const;
const EXTENSION = ['ngay', 'quyet_dinh', 'nguoi_quyet', 'can_cu'] as const;
const RETURN = ['ngay', 'ly_do', 'nguoi_tra'] as const;

function summary(facts: FactSheetFacts): LetterRow[] {
  const { campaign, unit, receiver, state, originalDueAt, dueAt, submittedAt, onTime, late, asOf } = facts;
  const line = (code: MessageCode, gia_tri: string): LetterRow => ({ muc: say(code), gia_tri });
  return [
    line('letter.sheet.campaign', campaign),
    line('letter.sheet.unit', unit),
    line('letter.sheet.receiver', receiver),
    line('letter.sheet.state', say(`state.${state}` as MessageCode)),
    line('letter.sheet.original-due', instantInWords(originalDueAt)),
    line('letter.sheet.due', instantInWords(dueAt)),
    line('letter.sheet.late', late ? say('letter.days', { days: daysLate(dueAt, asOf) }) : say('letter.not-late')),
    line(
      'letter.sheet.submitted',
      submittedAt === null
        ? say('letter.not-submitted')
        : `${instantInWords(submittedAt)}, ${say(onTime ? 'letter.on-time' : 'letter.late')}`,
    ),
  ];
}

const reminderRow = ({ at, act, to, outcome, sentAt, openedAt }: Reminder): LetterRow => ({
  ngay: shortDate(localDateOf(sentAt ?? at)),
  noi_dung: say(`letter.act.${act}` as MessageCode),
  nguoi_nhan: to,
  ket_qua: outcomeWords(outcome, openedAt),
});

/** What became of its mail; where it arrived, whether it was opened, in the few words that fit. */
function outcomeWords(outcome: string, openedAt: Date | null): string {
  const arrived = outcome === 'sent' || outcome === 'unconfirmed';
  if (arrived && openedAt) return say('letter.opened', { day: shortDate(localDateOf(openedAt)).slice(0, 5) });
  return say(outcome === 'sent' ? 'letter.unopened' : (`letter.outcome.${outcome}` as MessageCode));
}

const extensionRow = ({ at, by, decision, day, ground }: ExtensionFact): LetterRow => ({
  ngay: shortDate(localDateOf(at)),
  quyet_dinh: say(`letter.extension.${decision}`, { day: shortDate(day) }),
  nguoi_quyet: by,
  can_cu: cut(ground),
});

const returnRow = ({ at, by, reason }: FactSheetFacts['returns'][number]): LetterRow => ({
  ngay: shortDate(localDateOf(at)),
  ly_do: reason === null ? say('letter.no-reason') : cut(reason),
  nguoi_tra: by,
});

/** A person's words on one line, at most so long. */
function cut(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  if (plain.length <= FACT_SHEET_WORDS) return plain;
  const start = plain.slice(0, FACT_SHEET_WORDS - 1);
  return `${start.slice(0, start.lastIndexOf(' ') > 0 ? start.lastIndexOf(' ') : undefined)}…`;
}

/** The last `limit` by time, oldest first; a line before them says how many came earlier. */
function newest<T extends { at: Date }>(
  all: T[],
  limit: number,
  fields: readonly string[],
  row: (one: T) => LetterRow,
): LetterRow[] {
  const sorted = [...all].sort((a, b) => a.at.getTime() - b.at.getTime());
  const shown = sorted.slice(-limit).map(row);
  const earlier = sorted.length - shown.length;
  if (earlier === 0) return shown;
  const words = say('letter.earlier', { count: earlier });
  return [Object.fromEntries(fields.map((field, n) => [field, n === 1 ? words : '…'])), ...shown];
}

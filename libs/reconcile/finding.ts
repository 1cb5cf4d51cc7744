import { say, type Language, type MessageCode } from '#libs/domain';
import { en } from './messages/en.js';
import { vi } from './messages/vi.js';

type Text = keyof typeof vi;
export type FindingKind = Exclude<Text, `${string}.repair`>;

/** One way in which engine and records disagree, in words: what is wrong, and what mends it. */
export interface Finding {
  kind: FindingKind;
  subject: string;
  cause: string;
  repair: string;
}

/** A finding with what the reconciler needs to look again and to mend it. */
export interface Found extends Finding {
  /** Whatever must stand still between two looks: work in progress changes it, a defect does not. */
  mark: string;
  /** Campaign whose journal tells of the repair; null for what belongs to all. */
  campaign: string | null;
  /** null: only a person can mend it. */
  mend: (() => Promise<unknown>) | null;
}

/** What one check saw: how many things it compared, and what was wrong with them. */
export interface Look {
  checked: number;
  found: Found[];
}

type Data = Record<string, string | number | null | undefined>;
type About = Pick<Found, 'subject' | 'campaign' | 'mend'> & { mark?: string; data?: Data };

/** A finding in the words of its kind. States are shown by their word. */
export function finding(kind: FindingKind, { subject, campaign, mend, mark = '', data = {} }: About): Found {
  return { kind, subject, cause: words(kind, data), repair: words(`${kind}.repair`, data), mark, campaign, mend };
}

const TEXTS: Record<Language, Record<Text, string>> = { vi, en };
let language: Language = 'vi';

/** Language of causes and repairs; Vietnamese unless said otherwise. */
export function speak(chosen: Language): void {
  language = chosen;
}

/** The language that was chosen, for sentences of the domain inside a finding. */
export const spoken = (): Language => language;

function words(code: Text, data: Data): string {
  return TEXTS[language][code].replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = data[name];
    if (value === undefined || value === null) return value === null ? '–' : hole;
    if (name !== 'state') return String(value);
    const word = say(`state.${value}` as MessageCode, {}, language);
    return word;
  });
}

import type { LocalDate } from '../time/local-date.js';

/** How often a person's digest may come; a morning without news has none anyway. */
export const frequencies = ['daily', 'twice_a_week', 'weekly'] as const;
export type Frequency = (typeof frequencies)[number];

/** What a person chose about the mail of a morning. */
export interface Preference {
  /** `HH:mm` local. */
  digestAt: string;
  frequency: Frequency;
}

/** When and how much mail may leave. Dated rule data; hours are `HH:mm` local. */
export interface RemindingRule {
  /** First day on which it holds. */
  from: LocalDate;
  /** Both ends included; an instant mail waits for the opening. */
  window: { opens: string; closes: string };
  /** Hours that a person may choose from, both ends included, so many minutes apart: each hour chosen is a dispatch of its own. */
  digest: { earliest: string; latest: string; stepMinutes: number };
  budget: { instantsADay: number; digestsADay: number; mailsAWeek: number };
  /** Minutes after which a slot that nobody looked at counts as passed over. */
  lateAfter: number;
  /** Lines of one campaign and act in a digest; more become one line with their number. */
  linesTogether: number;
  /** Calendars of drills: they know neither window, budget nor lateness. */
  unbounded: string[];
  source: string;
}

/** Why a notice waits longer than for its slot. */
export type HoldReason = 'window' | 'rest_day' | 'hour' | 'frequency' | 'budget_day' | 'budget_week' | 'late';

export interface Hold {
  until: Date;
  why: HoldReason;
}

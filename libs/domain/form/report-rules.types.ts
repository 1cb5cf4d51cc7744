/** From when a report is asked about. Dated data with its source (`libs/rules/report-checks.ts`). */
export interface ReportRules {
  /** Share of the last period's figure beyond which a change is explained, e.g. 0.5. */
  deviation: number;
  /** Figures that must all equal the last period's before the report is taken for copied. */
  copiedFrom: number;
  /** Letters from which on an unchanged text is asked about. */
  sameTextFrom: number;
  /** Difficulties that one report may raise, and letters of each. */
  difficulties?: { perReport: number; letters: number };
}

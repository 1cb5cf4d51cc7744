import type { LocalDate, ReportRules } from '#libs/domain';

interface DatedReportRules extends ReportRules {
  /** First day on which it holds. */
  from: LocalDate;
  source: string;
}

/** Latest first. */
export const reportChecks: DatedReportRules[] = [
  {
    from: '2000-01-01',
    deviation: 0.5,
    copiedFrom: 3,
    sameTextFrom: 40,
    source: 'Mặc định của sản phẩm; không văn bản nào định ngưỡng phải giải trình',
  },
];

/** @throws RangeError on a day before the first rule */
export function reportChecksOn(day: LocalDate): ReportRules {
  const rules = reportChecks.find(({ from }) => from <= day);
  if (!rules) throw new RangeError(`no rules for checking reports on ${day}`);
  return rules;
}

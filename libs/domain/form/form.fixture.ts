import type { Target } from '../target/target.types.js';
import { aTarget } from '../target/target.fixture.js';
import { formOf } from './build-form.js';
import type { Form, FormSection } from './form.types.js';
import type { ReportRules } from './report-rules.types.js';

export const rules: ReportRules = { deviation: 0.5, copiedFrom: 3, sameTextFrom: 40 };

/** Targets of all kinds, as the seeds have them. */
export const targets: Target[] = [
  aTarget({ id: 'REV', name: 'Thu ngân sách', unit: 'tỷ đồng', value: 4800, mode: 'each_unit' }),
  aTarget({ id: 'POOR', name: 'Tỷ lệ hộ nghèo', unit: '%', value: 15.66, comparator: 'at_most', method: 'ratio' }),
  aTarget({ id: 'ROAD', name: 'Công trình', unit: 'công trình', value: 10 }),
  aTarget({ id: 'TOWN', name: 'Đô thị loại V', unit: '', comparator: 'done', value: 1, method: 'last' }),
  aTarget({
    id: 'B14',
    name: 'Đạt 14 tiêu chí',
    unit: 'xã',
    comparator: 'band',
    method: 'band',
    value: 8,
    band: { from: 14, to: 16 },
  }),
  aTarget({
    id: 'B09',
    name: 'Đạt 9 tiêu chí',
    unit: 'xã',
    comparator: 'band',
    method: 'band',
    value: 20,
    band: { from: 9, to: 13 },
  }),
];

export const outline: FormSection[] = [
  { id: 'results', title: 'Kết quả thực hiện', of: 'outline', required: false },
  { id: 'difficulties', title: 'Khó khăn, vướng mắc', of: 'outline', required: false },
];

const owed = {
  campaign: 'c',
  step: 'report-2',
  kind: 'report' as const,
  title: 'Báo cáo kỳ 2',
  targets: targets.map(({ id }) => id),
  consolidatedTargets: [] as string[],
};

/** A form of these targets. */
export const formWith = (changes: Partial<typeof owed> = {}, plan: object = {}): Form =>
  formOf({ targets, steps: [], ...plan } as never, { ...owed, ...changes }, outline);

import type { Obligation } from '../obligation/obligation.types.js';
import type { CampaignPlan } from '../plan/plan.types.js';
import type { Target } from '../target/target.types.js';
import type { CellInput, CellPart, Form, FormCell, FormSection } from './form.types.js';

type Owed = Pick<Obligation, 'campaign' | 'step' | 'kind' | 'title' | 'targets' | 'consolidatedTargets'>;

/** Kinds of obligation that are filled in on a form. */
const FORMS: ReadonlySet<string> = new Set(['report', 'interim_review', 'final_report', 'follow_up']);
export const hasForm = ({ kind }: Pick<Obligation, 'kind'>): boolean => FORMS.has(kind);

/**
 * The form of what is owed, from the plan alone: its own targets in the plan's order, then what comes up from below, then the sections.
 * The same plan gives the same form, and units asked for the same have the same.
 * @param outline sections of a report where the plan names none (`libs/rules/report-outline.ts`)
 */
export function formOf(plan: CampaignPlan, owed: Owed, outline: readonly FormSection[]): Form {
  const cell = (asked: FormCell['asked'], ids: readonly string[]) =>
    plan.targets.filter(({ id }) => ids.includes(id)).map((target) => cellOf(target, asked));
  const { campaign, step, kind, title, targets, consolidatedTargets } = owed;
  const below = consolidatedTargets.filter((id) => !targets.includes(id));
  return {
    campaign,
    step,
    kind,
    title,
    period: plan.steps.find(({ id }) => id === step)?.period ?? null,
    cells: [...cell('own', targets), ...cell('below', below)],
    sections: [...(plan.outline?.map(asSection) ?? outline), ...(plan.components ?? []).map(asComponent)],
  };
}

const asSection = ({ id, title }: { id: string; title: string }): FormSection => ({
  id,
  title,
  of: 'outline',
  required: false,
});

const asComponent = ({ id, name }: { id: string; name: string }): FormSection => ({
  id,
  title: name,
  of: 'component',
  required: false,
});

function cellOf(target: Target, asked: FormCell['asked']): FormCell {
  const { id, name, unit, band } = target;
  const input = inputOf(target);
  return {
    target: id,
    name,
    unit,
    input,
    parts: PARTS[input],
    decimals: decimalsOf(target, input),
    share: input === 'ratio' && isShare(target),
    cumulative: input === 'band' || input === 'yes_no' || (input === 'count' && target.method === 'sum'),
    zeroIsNothing: !['zero', 'at_most', 'less_than', 'decrease_by'].includes(target.comparator),
    proof: input === 'yes_no',
    ...(band && { band: { family: [target.per, unit, target.deadline].join('|'), from: band.from } }),
    asked,
  };
}

const PARTS: Record<CellInput, readonly CellPart[]> = {
  value: ['value'],
  count: ['value'],
  yes_no: ['value'],
  band: ['value'],
  ratio: ['numerator', 'denominator'],
};

function inputOf(target: Target): CellInput {
  if (target.method === 'ratio') return 'ratio';
  if (target.method === 'band' || target.comparator === 'band' || target.comparator === 'all_of_rest') return 'band';
  if (target.method === 'all_done' || (target.comparator === 'done' && target.method !== 'sum')) return 'yes_no';
  return isCount(target) ? 'count' : 'value';
}

/** Whole numbers of things, money and measures left out; a change against a baseline may be anything. */
function isCount({ indicator, unit, comparator, value, allocation = {}, overrides = [] }: Target): boolean {
  if (unit === '' || MEASURES.test(unit) || CHANGES.has(comparator)) return false;
  if (indicator) return indicator.decimals === 0;
  const said = [value, ...Object.values(allocation), ...overrides.map((one) => one.value)];
  return said.every((one) => one === null || Number.isInteger(one));
}

const CHANGES: ReadonlySet<string> = new Set(['increase_by', 'decrease_by', 'keep_or_raise', 'unclear']);
/** Units that are measured, not counted. */
const MEASURES = /%|\/|đồng|USD|\bha\b|tấn|tạ\b|\bkg\b|km|mét|m²|m2|m³|giờ|kwh|điểm|lít|tuổi|lần|độ\b/i;

function decimalsOf({ indicator }: Target, input: CellInput): number | null {
  if (input === 'count' || input === 'yes_no' || input === 'band') return 0;
  return indicator?.decimals ?? null;
}

/** "95 % hộ gia đình" is a share of all; "tăng 7,5 %" and "106 % dự toán" are not. */
function isShare({ unit, comparator, value }: Target): boolean {
  return unit.trim() === '%' && !CHANGES.has(comparator) && (value === null || value <= 100);
}

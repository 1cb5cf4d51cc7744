import { checkBands } from './check-bands.js';
import { checkFigure } from './check-figure.js';
import { block, type Fault } from './fault.types.js';
import type { Form } from './form.types.js';
import { hollowFaults } from './hollow.js';
import type { ReportRules } from './report-rules.types.js';
import type { Report, ReportedFigure } from './report.types.js';

export interface CheckContext {
  form: Form;
  /** What the unit reported in the period before; null where there was none. */
  last: Report | null;
  rules: ReportRules;
}

/**
 * Everything that keeps a report from being handed in, all at once, each with its path. The same for a form, an Excel file and a program.
 * Shapes and lengths were checked before (`libs/contracts`); who may hand in, and when, is decided after (`decide`).
 */
export function checkReport(report: Report, { form, last, rules }: CheckContext): Fault[] {
  const figures = new Map(report.figures?.map((one) => [one.target, one]));
  const raised = checkDifficulties(report, rules);
  if (report.nil) return [...checkNil(report.nil, figures), ...raised];
  const before = new Map(last?.figures?.map((one) => [one.target, one]));
  const own = form.cells.flatMap((cell) => {
    const figure = figures.get(cell.target);
    const proven = (report.evidence?.[`figures.${cell.target}`] ?? []).length > 0;
    if (figure) return checkFigure(cell, figure, before.get(cell.target), rules, proven);
    return cell.asked === 'own' ? [block(`figures.${cell.target}`, 'fault.missing', { name: cell.name })] : [];
  });
  const faults = [...own, ...checkBands(form.cells, figures), ...checkSections(form, report), ...raised];
  return [...faults, ...hollowFaults(form, report, last, rules)];
}

/** Nothing occurred is an answer of its own; figures beside it would say otherwise. */
function checkNil({ reason }: { reason: string }, figures: ReadonlyMap<string, ReportedFigure>): Fault[] {
  const stray = [...figures.values()].filter(({ value, numerator }) => value !== null || numerator !== undefined);
  return [
    ...(reason.trim() === '' ? [block('nil.reason', 'fault.nil-reason')] : []),
    ...stray.map(({ target }) => block(`figures.${target}`, 'fault.nil-with-figures')),
  ];
}

function checkDifficulties({ difficulties = {} }: Report, { difficulties: most }: ReportRules): Fault[] {
  if (!most) return [];
  const count = Object.keys(difficulties).length;
  const { perReport, letters } = most;
  const long = Object.entries(difficulties).filter(([, text]) => text.length > letters);
  return [
    ...(count > perReport ? [block('difficulties', 'fault.difficulties-too-many', { most: perReport, count })] : []),
    ...long.map(([key]) => block(`difficulties.${key}`, 'fault.difficulty-too-long', { letters })),
  ];
}

function checkSections(form: Form, { sections = {} }: Report): Fault[] {
  const known = new Set(form.sections.map(({ id }) => id));
  const strange = Object.keys(sections).filter((id) => !known.has(id));
  const empty = form.sections.filter(({ id, required }) => required && !sections[id]?.trim());
  return [
    ...strange.map((id) => block(`sections.${id}`, 'fault.no-such-section')),
    ...empty.map(({ id, title }) => block(`sections.${id}`, 'fault.section-empty', { title })),
  ];
}

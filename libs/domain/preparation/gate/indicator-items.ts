import { scaleOf } from '../../indicator/figure-text.js';
import type { Indicator } from '../../indicator/indicator.types.js';
import { say, type Language, type MessageCode, type MessageData } from '../../messages/say.js';
import type { CampaignPlan } from '../../plan/plan.types.js';
import { goalOf } from '../../target/goal.js';
import type { Target } from '../../target/target.types.js';
import type { PreparationAnswers } from '../answers.types.js';
import type { WaiverRank } from '../waiver-rights.js';
import type { Finding } from './gate.types.js';

/**
 * What stands between the plan's targets and the catalogue of indicators: a link that leads nowhere must be mended; an indicator out of use,
 * another unit or method, a value finer than the indicator and targets without any indicator may be waived.
 * @param catalogue the newest version of each; empty where nobody keeps one: then missing links are only told
 */
export function indicatorItems(
  plan: CampaignPlan,
  answers: PreparationAnswers,
  catalogue: readonly Indicator[],
  language: Language,
): Finding[] {
  const links = linksOf(answers);
  const known = new Map(catalogue.map((one) => [one.id, one]));
  const asked = plan.targets.filter(({ role }) => role === 'target');
  return [
    ...Object.keys(links)
      .filter((target) => !plan.targets.some(({ id }) => id === target))
      .map((target) => finding('must', `${target}→`, target, 'gate.indicator-no-target', { target }, language)),
    ...asked.flatMap((target) => {
      const id = links[target.id];
      if (id === undefined) return [];
      const found = known.get(id);
      const lost = { target: target.id, indicator: id };
      return found
        ? differences(target, found, language).map(([severity, code, data]) =>
            finding(severity, `${code.slice('gate.indicator-'.length)}:${target.id}`, target.id, code, data, language),
          )
        : [finding('must', `→${target.id}`, target.id, 'gate.indicator-unknown', lost, language)];
    }),
    ...unlinked(
      asked.filter(({ id }) => links[id] === undefined),
      catalogue.length === 0,
      language,
    ),
  ];
}

/** Links as said now over those of the plan that was copied. */
function linksOf({ indicators = {}, laidOut }: PreparationAnswers): Record<string, string> {
  const before: [string, string][] = (laidOut?.targets ?? []).flatMap(({ id, indicator }) =>
    indicator ? [[id, indicator.id]] : [],
  );
  return { ...Object.fromEntries(before), ...indicators };
}

type Difference = [WaiverRank, MessageCode, MessageData];

function differences(target: Target, indicator: Indicator, language: Language): Difference[] {
  const { id, name, unit, method, decimals, deprecated } = indicator;
  const both = { target: target.id, indicator: id, name };
  const goal = goalOf(target);
  const found: Difference[] = [];
  if (deprecated) {
    const { ground, replacedBy } = deprecated;
    const code = replacedBy === null ? 'gate.indicator-gone' : 'gate.indicator-replaced';
    found.push(['head', code, { ...both, ground, replacedBy }]);
  }
  // a growth rate is said in percent of the indicator's own unit
  const relative = target.change === 'percent';
  if (!relative && target.unit !== unit)
    found.push(['head', 'gate.indicator-unit', { ...both, unit, wanted: target.unit }]);
  if (target.method !== method)
    found.push([
      'head',
      'gate.indicator-method',
      { ...both, method, wanted: say(`method.${target.method}`, {}, language) },
    ]);
  if (!relative && goal !== null && scaleOf(goal) > decimals)
    found.push(['officer', 'gate.indicator-finer', { ...both, value: goal, decimals }]);
  return found;
}

function unlinked(targets: Target[], noCatalogue: boolean, language: Language): Finding[] {
  if (targets.length === 0) return [];
  const data = { count: targets.length, targets: targets.map(({ id }) => id).join(', ') };
  return [finding(noCatalogue ? 'warning' : 'officer', 'none', null, 'gate.indicator-none', data, language)];
}

function finding(
  weight: 'must' | 'warning' | WaiverRank,
  id: string,
  target: string | null,
  code: MessageCode,
  data: MessageData,
  language: Language,
): Finding {
  const said = {
    id: `indicator:${id}`,
    kind: 'indicator' as const,
    field: target === null ? 'indicators' : `targets.${target}.indicator`,
    text: say(code, data, language),
  };
  return weight === 'must' || weight === 'warning'
    ? { ...said, severity: weight }
    : { ...said, severity: 'waivable', waivableBy: weight };
}

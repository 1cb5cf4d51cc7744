import { say, type Language, type MessageCode, type MessageData } from '../../messages/say.js';
import type { CampaignPlan } from '../../plan/plan.types.js';
import { coverageOf, type TakenTarget } from '../parent-link.js';
import type { Preparation } from '../preparation.types.js';
import type { Finding, ParentSurroundings } from './gate.types.js';

/** Links that lead nowhere hold up the launch; levels below the parent's and targets nobody took up are told. */
export function parentItems(
  { parent }: Preparation,
  plan: CampaignPlan | null,
  surroundings: ParentSurroundings | null,
  language: Language,
): Finding[] {
  if (!parent) return [];
  const item = (severity: 'must' | 'warning', id: string, code: MessageCode, data: MessageData): Finding => ({
    id: `parent:${id}`,
    kind: 'parent',
    field: 'parent',
    text: say(code, data, language),
    severity,
  });
  const { campaign, targets: links } = parent;
  if (!surroundings) return [item('must', campaign, 'not-found', { id: campaign })];
  const above = surroundings.plan.targets;
  const lost = links
    .filter((link) => !above.some(({ id, role }) => id === link.parent && role === 'target'))
    .map((link) => item('must', `${link.parent}→`, 'gate.parent-target-unknown', { campaign, target: link.parent }));
  if (!plan) return lost;
  const own = { code: plan.code, targets: plan.targets, links };
  const others = surroundings.children.filter(({ code }) => code !== plan.code);
  const { taken, untaken } = coverageOf(surroundings.plan, [...others, own]);
  return [
    ...lost,
    ...links
      .filter((link) => !plan.targets.some(({ id }) => id === link.child))
      .map((link) => item('must', `→${link.child}`, 'gate.child-target-unknown', { target: link.child })),
    ...taken
      .flatMap((one) => lessAsked(one, plan.code))
      .map(([child, data]) => item('warning', `less:${child}`, 'gate.child-asks-less', data)),
    ...untaken.map(({ target, name }) => item('warning', `untaken:${target}`, 'gate.parent-untaken', { target, name })),
  ];
}

/** Shares of one count are held against the parent together, everything else child by child. */
function lessAsked({ target, goal, by, together }: TakenTarget, code: string): [string, MessageData][] {
  if (together)
    return together.level === 'less' ? [[target, { child: target, asked: together.goal, target, goal }]] : [];
  const mine = by.filter((one) => one.campaign === code && one.level === 'less');
  return mine.map((one) => [one.target, { child: one.target, asked: one.goal, target, goal }]);
}

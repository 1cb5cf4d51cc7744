import type { UnitSelector } from '../units/unit.types.js';
import { dutiesOf, type PlanInspection } from './plan-inspection.js';
import { planFinding, type PlanFinding } from './plan-finding.js';
import type { CouncilSpec, Duty } from './plan.types.js';

/** Every unit and post that the plan names is there. A copy may go to a body outside the campaign's tree. */
export function checkReferences({ plan, tree, posts }: PlanInspection): PlanFinding[] {
  const unit = (where: string) => (id: string) =>
    tree.unit(id) && (id === plan.launchingUnit || tree.ancestorsOf(id).includes(plan.launchingUnit))
      ? []
      : [planFinding('unknown-unit', { where, id })];
  const outside = (where: string) => (id: string) =>
    tree.unit(id) ? [] : [planFinding('unknown-unit', { where, id })];
  const post = (where: string) => (id: string) => (posts.has(id) ? [] : [planFinding('unknown-post', { where, id })]);

  return [
    ...[plan.launchingUnit, plan.standingBody].flatMap(unit('plan')),
    ...post('plan')(plan.chairPost),
    ...named(plan.participants).flatMap(unit('participants')),
    ...plan.targets.flatMap(({ id, mode, responsible, allocation, units }) =>
      [
        ...(responsible ? [responsible] : []),
        ...(mode === 'allocated' ? Object.keys(allocation ?? {}) : []),
        ...named(units ?? {}),
      ].flatMap(unit(id)),
    ),
    ...dutiesOf(plan).flatMap(({ duty, where }) => [
      ...unitsOfDuty(duty).flatMap(unit(where)),
      ...(duty.copyTo ?? []).flatMap(outside(where)),
    ]),
    ...plan.steps.flatMap(({ id, council }) =>
      council ? [...unit(id)(council.unit), ...postsOf(council).flatMap(post(id))] : [],
    ),
  ];
}

const named = ({ units = [], exclude = [], under }: UnitSelector): string[] => [
  ...units,
  ...exclude,
  ...(under ? [under] : []),
];

const postsOf = ({ members, secretary }: CouncilSpec): string[] => [...members, secretary];

function unitsOfDuty({ owes, to, answeredBy, addressee }: Duty): string[] {
  return [
    ...named(owes),
    ...(to === 'parent' ? [] : [to.unit]),
    ...(answeredBy ? [answeredBy] : []),
    ...(addressee ? [addressee] : []),
  ];
}

import type { CampaignPlan } from '../../plan/plan.types.js';
import type { PlanAnswers } from '../answers.types.js';

type Kept = CampaignPlan['answers'];

/** Every answer with its ground, as it is kept with the campaign. */
export function keptAnswers(answers: PlanAnswers): Kept {
  const { start, end, participants, cadence, route, workdays, scoring } = answers;
  return [
    { fact: 'start', answer: start.value, ground: start.ground },
    { fact: 'end', answer: end.value, ground: end.ground },
    { fact: 'participants', answer: participants.answer, ground: participants.ground },
    { fact: 'cadence', answer: cadence.answer, ground: cadence.ground },
    { fact: 'award-route', answer: route.route, ground: route.ground },
    { fact: 'workdays', answer: limitsInWords(workdays.report), ground: workdays.ground },
    { fact: 'scoring', answer: `${scoring.criteria.length} tiêu chí`, ground: scoring.ground },
    ...answers.targets.map(({ ids, mode, ground }) => ({ fact: `source:${ids.join(',')}`, answer: mode, ground })),
    ...answers.steps.map(({ id, skip, ground }) => ({ fact: `step:${id}`, answer: skip ? 'skip' : 'keep', ground })),
    ...answers.followUps.map(({ deadline, opens, ground }) => ({
      fact: `follow-up:${deadline}`,
      answer: opens,
      ground,
    })),
    ...(answers.others ?? []),
  ];
}

const limitsInWords = ({ lock, review, resubmit }: PlanAnswers['workdays']['report']): string =>
  `khóa sau ${lock}, xem xét trong ${review}, gửi lại trong ${resubmit} ngày làm việc`;

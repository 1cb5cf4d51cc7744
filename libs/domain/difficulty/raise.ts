import type { RoundSeed } from '../plan/lay-out.js';
import { say } from '../messages/say.js';
import type { DomainEvent, Obligation, Workplace } from '../obligation/obligation.types.js';
import type { RuleBook } from '../obligation/rule-book.types.js';
import { answerClock, answerDeadline } from './answer-clock.js';
import type { By, DifficultyRule, DifficultyWords } from './difficulty.types.js';

/** Step of every answer. No step of a plan has a colon, so no step waits for answers and none is mixed with them. */
export const ANSWERS_STEP = 'difficulty:answers';
export const ANSWERS_LEVEL = 'answers';

/** One item as a report says it. */
export interface RaisedItem {
  key: string;
  words: DifficultyWords & { attempt: number };
}

export interface RaiseContext {
  /** Who collects the report, and who stands above that unit. */
  owner: { unit: string; above: string; worksAt: { owner: Workplace; receiver: Workplace } };
  /** Name of the unit that raises it. */
  raiserName: string;
  rule: DifficultyRule;
  rules: RuleBook;
  ids: {
    obligation: (campaign: string, step: string, kind: string, subject: string, line: string) => string;
    round: (campaign: string, step: string, level: string, collector: string) => string;
  };
}

export interface Raised {
  round: RoundSeed;
  obligation: Omit<Obligation, 'cohort'>;
  event: DomainEvent;
}

type Report = Pick<Obligation, '_id' | 'campaign' | 'step' | 'subject' | 'line' | 'title' | 'ancestors'>;

/** Line of an item's obligation: report and key make it, so the item of a report that comes again is the same. */
export const difficultyLine = ({ step, line }: Pick<Report, 'step' | 'line'>, key: string): string =>
  [step, line, key].join(':');

/**
 * The obligation to answer what a report raises, open from the instant of its submission: the same report and key give the same id, so
 * raising twice changes nothing. It belongs to no step of the plan: nothing of the campaign waits for it.
 */
export function raiseDifficulty(report: Report, { key, words }: RaisedItem, context: RaiseContext): Raised {
  const { owner, rule, rules, ids, raiserName } = context;
  const { campaign, subject, ancestors } = report;
  const { at, by, note, attempt } = words;
  const clock = answerClock(owner.worksAt.owner, 1, at, rule.answerWithin, rules);
  const _id = ids.obligation(campaign, ANSWERS_STEP, 'answer', subject, difficultyLine(report, key));
  const round = roundOf(report, owner.unit, clock, ids);
  const ground = say('difficulty.ground.raised', { days: rule.answerWithin });
  const obligation: Raised['obligation'] = {
    ...{ _id, campaign, step: ANSWERS_STEP, kind: 'answer', subject, line: difficultyLine(report, key) },
    ...{ level: ANSWERS_LEVEL, round: round._id, answeringUnit: owner.unit, answeringRole: 'focal' },
    ...{ receiver: owner.above, addressee: null, copyTo: [], ancestors, ancestorsAtLaunch: ancestors },
    ...{ state: 'open', version: 1, revision: 0, clock, stoppedClock: null, nextAt: at },
    deadlines: [answerDeadline(clock, 1, { by: by.post, at, ground })],
    ...{ extension: null, extensions: 0, lockAfter: 0, worksAt: owner.worksAt },
    ...{ reviewWithin: rule.answerWithin, resubmitWithin: rule.answerWithin },
    ...{ overdueAt: null, attempt: 0, submission: null, submittedAt: null, onTime: null, onTimeOriginal: null },
    ...{ consolidates: null, targets: [], consolidatedTargets: [], nil: false, returns: 0 },
    title: say('difficulty.title', { unit: raiserName, report: report.title }),
    difficulty: {
      ...{ key, report: report._id, words: [words], owners: [{ unit: owner.unit, from: at }] },
      ...{ answers: [], retracted: null, resolved: null },
    },
  };
  return { round, obligation, event: told(by, at, { obligation: _id, report: report._id, attempt, note }) };
}

function roundOf(
  { campaign }: Report,
  collector: string,
  { opensAt, dueAt }: Obligation['clock'],
  ids: RaiseContext['ids'],
): RoundSeed {
  return {
    ...{ _id: ids.round(campaign, ANSWERS_STEP, ANSWERS_LEVEL, collector), campaign, step: ANSWERS_STEP },
    ...{ level: ANSWERS_LEVEL, collector, title: say('difficulty.step'), opensAt, dueAt },
    ...{ cutoff: null, graceUntil: null, lockAt: null, expected: 0 },
  };
}

const told = ({ post, person }: By, at: Date, data: DomainEvent['data']): DomainEvent => ({
  ...{ type: 'difficulty_raised', at, actor: { post, person }, data },
});

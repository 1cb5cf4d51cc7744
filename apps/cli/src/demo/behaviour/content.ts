import type { Criterion, LocalDate, DutyKind, Target, Unit } from '#libs/domain';
import { plannedFor } from '#libs/domain/target/concern.js';
import { draw, type Draw } from '../random.js';
import type { ContentByKind, ReportContent, SelfScoreContent } from './content.types.js';
import { figuresFor, type FigurePeriod } from './figures.js';

/** What the contents of one obligation are made from. */
export interface ContentContext {
  seed: number;
  /** Id of the obligation; with the seed it decides everything drawn. */
  obligation: string;
  unit: Unit;
  /** Local day of the submission. */
  day: LocalDate;
  /** Targets asked of this unit here. */
  targets: Target[];
  period: FigurePeriod;
  nil: boolean;
  /** Event: the day of the plan on which it took place. */
  occurredOn?: LocalDate;
  criteria: Criterion[];
  /** Verification: what the unit claimed, if it did. */
  claimed?: SelfScoreContent['scores'];
  /** Vote: items of the ballot; proposal and decision: units that go on, best first. */
  items?: string[];
}

type Makers = { [K in DutyKind]: (context: ContentContext, luck: Draw) => ContentByKind[K] };

const makers: Makers = {
  report,
  interim_review: report,
  final_report: report,
  follow_up: report,
  covenant: ({ unit, targets }) => ({
    signedBy: `${unit.id}:head`,
    pledges: targets.map((target) => ({
      target: target.id,
      value: plannedFor(target, unit) ?? target.baseline ?? null,
    })),
  }),
  registration: (_, luck) => ({
    titles: luck.chance(0.6)
      ? ['Tập thể lao động tiên tiến', 'Tập thể lao động xuất sắc']
      : ['Tập thể lao động tiên tiến'],
  }),
  own_plan: ({ unit, day }, luck) => ({
    number: `${luck.whole(10, 180)}/KH`,
    date: day,
    summary: `Kế hoạch triển khai phong trào thi đua của ${unit.name} (mẫu).`,
  }),
  event: ({ day, occurredOn = day }) => ({ occurredOn, ground: 'Ghi nhận theo ngày nêu trong kế hoạch (mẫu).' }),
  self_score: ({ criteria }, luck) => ({ scores: selfScores(criteria, luck) }),
  verification: ({ criteria, claimed }, luck) => ({ scores: verifiedScores(criteria, claimed, luck) }),
  ranking: () => ({ confirmed: true }),
  vote: ({ items = [] }, luck) => ({ votes: items.map((item) => ({ item, choice: choice(luck) })) }),
  proposal: ({ items = [] }, luck) => ({ number: `${luck.whole(10, 180)}/TTr`, items }),
  decision: ({ day, items = [] }, luck) => ({ number: `${luck.whole(200, 3000)}/QĐ-UBND`, date: day, awarded: items }),
  minutes: (_, luck) => ({ number: `${luck.whole(1, 60)}/BB-HĐ` }),
};

/** The paper handed in for one obligation, plausible and the same in every run of a seed. */
export function contentFor<K extends DutyKind>(kind: K, context: ContentContext): ContentByKind[K] {
  return makers[kind](context, draw(context.seed, 'content', context.obligation));
}

function report({ seed, unit, targets, period, nil }: ContentContext): ReportContent {
  if (nil) return { figures: [], narrative: '', nil: 'Trong kỳ không phát sinh nội dung phải báo cáo (mẫu).' };
  const narrative = `${unit.name} báo cáo kết quả đến ngày ${period.to.split('-').reverse().join('/')} (mẫu).`;
  return { figures: figuresFor(seed, unit, targets, period), narrative };
}

/** Points from the deadline ledger are never entered by hand. */
const byHand = (criteria: Criterion[]): Criterion[] => criteria.filter(({ source }) => source === 'self');

function selfScores(criteria: Criterion[], luck: Draw): SelfScoreContent['scores'] {
  return byHand(criteria).map(({ id, max }) => ({ criterion: id, points: max - luck.whole(0, Math.floor(max * 0.2)) }));
}

/** Most claims stand; some lose a few points, with a reason. Who claimed nothing is scored by what is known. */
function verifiedScores(
  criteria: Criterion[],
  claimed: ContentContext['claimed'],
  luck: Draw,
): ContentByKind['verification']['scores'] {
  return byHand(criteria).map(({ id, max }) => {
    const claim = claimed?.find(({ criterion }) => criterion === id)?.points;
    const cut = luck.chance(0.2) ? luck.whole(1, 3) : 0;
    const points = Math.max(0, (claim ?? max - luck.whole(0, Math.floor(max * 0.3))) - cut);
    if (claim === undefined) return { criterion: id, points, reason: 'Chấm theo kết quả theo dõi (mẫu).' };
    return { criterion: id, points, reason: points === claim ? '' : 'Minh chứng chưa đủ (mẫu).' };
  });
}

function choice(luck: Draw): 'yes' | 'no' | 'blank' {
  const point = luck.whole(1, 100);
  if (point <= 88) return 'yes';
  return point <= 96 ? 'no' : 'blank';
}

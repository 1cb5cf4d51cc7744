import { claimsOf, computeRanking, onTimeRecords, type RankingLine } from '#libs/commands';
import type { PaperOf } from '#libs/contracts/http/index.js';
import { onTimePoints } from '#libs/domain';
import type { Asked, PaperSources } from './paper-sources.js';

/** Criteria that the unit claims itself, and what the deadline ledger says of the others. */
export async function askedOfSelfScore({ store, owed, plan }: PaperSources): Promise<Asked<'self_score'>> {
  const records = await onTimeRecords(store, owed.campaign, owed.subject);
  const record = records.get(owed.subject) ?? { expected: 0, onTime: 0, late: 0, never: 0 };
  const lines = plan.scoring.map(({ id: criterion, name, max, source }) => ({ criterion, name, max, source }));
  const strip = ({ criterion, name, max }: (typeof lines)[number]) => ({ criterion, name, max });
  return {
    criteria: lines.filter(({ source }) => source === 'self').map(strip),
    ledger: lines
      .filter(({ source }) => source === 'on_time')
      .map((line) => ({ ...strip(line), points: onTimePoints(record, line.max), record })),
  };
}

/** The same, each criterion beside what the unit claims. */
export async function askedOfVerification(sources: PaperSources): Promise<Asked<'verification'>> {
  const { store, owed } = sources;
  const [{ criteria, ledger }, claims] = await Promise.all([
    askedOfSelfScore(sources),
    claimsOf(store, owed.campaign, owed.subject),
  ]);
  return { criteria: criteria.map((one) => ({ ...one, claimed: claims.get(one.criterion) ?? null })), ledger };
}

/** The ranking that is to be confirmed; the one that was, once it is. */
export async function askedOfRanking({ store, names, owed }: PaperSources): Promise<Asked<'ranking'>> {
  const standing = owed.submission === null ? null : await store.submissions.findOne({ _id: owed.submission });
  const lines =
    (standing?.content.ranking as RankingLine[] | undefined) ?? (await computeRanking(store, owed.campaign));
  const units = await names.units(lines.map(({ unit }) => unit));
  const ranking: PaperOf<'ranking'>['ranking'] = lines.map(({ place, unit, total, selfTotal, onTimeShare, tied }) => ({
    ...{ place, unit, name: units.get(unit) ?? unit, total, selfTotal, onTimeShare, tied },
  }));
  return { ranking };
}

import type { PaperOf } from '../api/contracts';
import { numberText, t } from '../messages/t';
import { sumOf } from './sum-of';
import { LedgerLines } from './ledger-lines';

interface Line {
  criterion: string;
  name: string;
  max: number;
  claimed?: number | null;
}

/** Claim and finding beside each other, each change with its reason. */
export function ScoresGiven({ paper }: { paper: PaperOf<'self_score' | 'verification'> }) {
  const criteria: Line[] = paper.criteria;
  const scores: { criterion: string; points: number; reason?: string | undefined }[] = paper.given!.scores;
  const said = new Map(scores.map((one) => [one.criterion, one]));
  const { total, fullMax } = sumOf(paper, (criterion) => said.get(criterion)?.points ?? null);
  const verified = paper.kind === 'verification';
  return (
    <>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('score.criterion')}</th>
            <th scope="col">{t('score.most')}</th>
            <th scope="col">{t('score.self')}</th>
            {verified && <th scope="col">{t('score.verified')}</th>}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ criterion, name, max, claimed }) => {
            const one = said.get(criterion);
            const points = one ? numberText(one.points) : '–';
            return (
              <tr key={criterion}>
                <th scope="row">{name}</th>
                <td data-label={t('score.most')} className="number">
                  {numberText(max)}
                </td>
                <td data-label={t('score.self')} className="number">
                  {verified ? claimed == null ? '–' : numberText(claimed) : <strong>{points}</strong>}
                </td>
                {verified && (
                  <td data-label={t('score.verified')} className="number">
                    <strong>{points}</strong>
                    {one?.reason && <span className="line small">{one.reason}</span>}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <LedgerLines ledger={paper.ledger} />
      {total !== null && (
        <p>
          <strong>{t('score.total', { points: numberText(total), max: numberText(fullMax) })}</strong>
        </p>
      )}
    </>
  );
}

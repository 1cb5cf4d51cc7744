import type { PaperOf } from '../api/contracts';
import { numberText, t } from '../messages/t';

const shown = (points: number | null): string => (points === null ? '–' : numberText(points));

/** The ranking as the system computes it from claims, verification and the deadline ledger. */
export function RankingTable({ ranking }: Pick<PaperOf<'ranking'>, 'ranking'>) {
  if (ranking.length === 0) return <p className="note">{t('paper.ranking.empty')}</p>;
  return (
    <table className="cards">
      <caption>{t('paper.ranking')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('col.unit')}</th>
          <th scope="col">{t('paper.place')}</th>
          <th scope="col">{t('paper.total')}</th>
          <th scope="col">{t('paper.self-total')}</th>
          <th scope="col">{t('paper.on-time')}</th>
        </tr>
      </thead>
      <tbody>
        {ranking.map(({ unit, name, place, total, selfTotal, onTimeShare, tied }) => (
          <tr key={unit}>
            <th scope="row">{name}</th>
            <td data-label={t('paper.place')} className="number">
              {place}
              {tied && <span className="small"> {t('paper.tied')}</span>}
            </td>
            <td data-label={t('paper.total')} className="number">
              <strong>{shown(total)}</strong>
            </td>
            <td data-label={t('paper.self-total')} className="number">
              {shown(selfTotal)}
            </td>
            <td data-label={t('paper.on-time')} className="number">
              {onTimeShare === null ? '–' : `${numberText(onTimeShare * 100)} %`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

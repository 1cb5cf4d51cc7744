import type { PreparationView } from '../../api/contracts';
import { dayText, t } from '../../messages/t';
import { Badge } from '../../parts/badge';
import { Empty } from '../../parts/states';

/** Every level of every step with its days, as the server computes them, and the working days it has. */
export function DatesTable({ view: { gate } }: { view: PreparationView }) {
  return (
    <section aria-labelledby="dates">
      <h3 id="dates">{t('dates')}</h3>
      {gate.dates.length === 0 ? (
        <Empty>{t(gate.composes ? 'dates.none' : 'dates.later')}</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t('col.stage')}</th>
              <th scope="col">{t('dates.level')}</th>
              <th scope="col">{t('periods.opens')}</th>
              <th scope="col">{t('periods.to')}</th>
              <th scope="col">{t('col.due')}</th>
              <th scope="col">{t('dates.grace')}</th>
              <th scope="col">{t('dates.lock')}</th>
              <th scope="col">{t('dates.has')}</th>
            </tr>
          </thead>
          <tbody>
            {gate.dates.map(({ step, title, level, opens, cutoff, due, grace, lock, has }) => (
              <tr key={`${step} ${level}`}>
                <th scope="row">{title}</th>
                <td data-label={t('dates.level')}>{level}</td>
                <td data-label={t('periods.opens')}>{dayText(opens)}</td>
                <td data-label={t('periods.to')}>{dayText(cutoff)}</td>
                <td data-label={t('col.due')}>
                  <strong>{dayText(due)}</strong>
                </td>
                <td data-label={t('dates.grace')}>{grace === null ? '' : dayText(grace)}</td>
                <td data-label={t('dates.lock')}>{lock === null ? '' : dayText(lock)}</td>
                <td data-label={t('dates.has')}>{has < 1 ? <Badge tone="overdue">{String(has)}</Badge> : has}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

import type { LeaderView } from '../api/contracts';
import { dayText, numberText, t } from '../messages/t';
import { levelText } from './levels';

/** How much of each step is in, per level. */
export function StepLines({ view: { steps } }: { view: LeaderView }) {
  const counted = steps.filter(({ expected }) => expected > 0);
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t('leader.steps')}</h2>
      {counted.length === 0 ? (
        <p className="note">{t('leader.nothing')}</p>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t('col.stage')}</th>
              <th scope="col">{t('leader.level')}</th>
              <th scope="col">{t('leader.due')}</th>
              <th scope="col">{t('leader.in')}</th>
              <th scope="col">{t('leader.rate')}</th>
              <th scope="col">{t('leader.on-time')}</th>
              <th scope="col">{t('leader.overdue')}</th>
            </tr>
          </thead>
          <tbody>
            {counted.map(({ step, title, level, dueAt, expected, actual, rate, onTime, overdue }) => (
              <tr key={`${step} ${level}`}>
                <th scope="row">{title}</th>
                <td data-label={t('leader.level')}>{levelText(level)}</td>
                <td data-label={t('leader.due')}>{dueAt !== null && dayText(dueAt)}</td>
                <td data-label={t('leader.in')} className="number">
                  {actual}/{expected}
                </td>
                <td data-label={t('leader.rate')} className="number">
                  <span className="bar" aria-hidden="true">
                    <span style={{ width: `${rate ?? 0}%` }} />
                  </span>{' '}
                  {rate === null ? '–' : `${numberText(rate)} %`}
                </td>
                <td data-label={t('leader.on-time')} className="number">
                  {onTime}
                </td>
                <td data-label={t('leader.overdue')} className={`number ${overdue > 0 ? 'overdue-text' : ''}`}>
                  {overdue > 0 && <span aria-hidden="true">▲ </span>}
                  {overdue}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

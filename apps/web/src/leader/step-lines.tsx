import type { LeaderView } from '../api/contracts';
import { dayText, numberText, t } from '../messages/t';

/** How much of each step is in, per level. */
export function StepLines({ view: { steps, stepsBefore } }: { view: LeaderView }) {
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t('leader.steps')}</h2>
      {steps.length === 0 ? (
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
              <th scope="col">{t('leader.first')}</th>
              <th scope="col">{t('leader.returned')}</th>
              <th scope="col">{t('leader.overdue')}</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(
              ({ step, title, level, levelText, dueAt, expected, actual, rate, onTime, returned, overdue }) => (
                <tr key={`${step} ${level}`}>
                  <th scope="row">{title}</th>
                  <td data-label={t('leader.level')}>{levelText}</td>
                  <td data-label={t('leader.due')} className="number">
                    {dayText(dueAt)}
                  </td>
                  <td data-label={t('leader.in')} className="number">
                    {actual}/{expected}
                  </td>
                  <td data-label={t('leader.rate')} className="number">
                    <span className="bar" aria-hidden="true">
                      <span style={{ width: `${rate ?? 0}%` }} />
                    </span>{' '}
                    {rate === null ? '–' : `${numberText(rate)} %`}
                  </td>
                  <td data-label={t('leader.first')} className="number">
                    {onTime}
                  </td>
                  <td data-label={t('leader.returned')} className="number">
                    {returned}
                  </td>
                  <td data-label={t('leader.overdue')} className={`number ${overdue > 0 ? 'overdue-text' : ''}`}>
                    {overdue > 0 && <span aria-hidden="true">▲ </span>}
                    {overdue}
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      )}
      {stepsBefore > 0 && <p className="small">{t('leader.more', { n: stepsBefore })}</p>}
    </section>
  );
}

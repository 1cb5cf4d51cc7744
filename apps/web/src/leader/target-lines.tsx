import type { LeaderView } from '../api/contracts';
import { numberText, t } from '../messages/t';
import { Badge, type Tone } from '../parts/badge';
import { Empty } from '../parts/states';

const TONES: Record<LeaderView['targets'][number]['status'], Tone> = {
  met: 'done',
  not_met: 'overdue',
  in_progress: 'running',
  unknown: 'quiet',
};

/** Where each target stands by the newest sheet that has a figure, and how many stand behind it. */
export function TargetLines({ view: { targets } }: { view: LeaderView }) {
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">{t('leader.targets')}</h2>
      {targets.length === 0 ? (
        <Empty>{t('empty.leader.targets')}</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t('col.target')}</th>
              <th scope="col">{t('leader.goal')}</th>
              <th scope="col">{t('leader.value')}</th>
              <th scope="col">{t('leader.share')}</th>
            </tr>
          </thead>
          <tbody>
            {targets.map(({ target, name, measure, goal, value, status, percent, step, in: reported, asked }) => (
              <tr key={target}>
                <th scope="row">
                  {name} <span className="small">({measure})</span>
                </th>
                <td data-label={t('leader.goal')} className="number">
                  {goal === null ? '–' : numberText(goal)}
                </td>
                <td data-label={t('leader.value')} className="number">
                  {value === null ? '–' : numberText(value)}
                  {step !== null && (
                    <span className="line small">
                      {step}, {t('leader.coverage', { in: reported, asked })}
                    </span>
                  )}
                </td>
                <td data-label={t('leader.share')}>
                  {percent !== null && `${numberText(percent)} % `}
                  <Badge tone={TONES[status]}>{t(`target.${status}`)}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

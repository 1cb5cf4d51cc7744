import type { LeaderView } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { Empty } from '../parts/states';

/** Dues, locks, openings and sessions of the next two weeks, by day. */
export function Coming({ view: { coming, comingMore, until } }: { view: LeaderView }) {
  const days = [...new Set(coming.map(({ day }) => day))];
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">{t('leader.coming', { day: dayText(until) })}</h2>
      {days.length === 0 ? (
        <Empty>{t('empty.leader.coming')}</Empty>
      ) : (
        <ul className="days">
          {days.map((day) => (
            <li key={day}>
              <strong>{dayText(day)}</strong>:{' '}
              {coming
                .filter((one) => one.day === day)
                .map((one) => entryText(one))
                .join('; ')}
            </li>
          ))}
        </ul>
      )}
      {comingMore > 0 && <p className="small">{t('leader.coming.more', { n: comingMore })}</p>}
    </section>
  );
}

function entryText({ kind, title, levelText, count }: LeaderView['coming'][number]): string {
  const who =
    kind === 'step'
      ? ''
      : ` (${[levelText, t(kind === 'session' ? 'leader.count.session' : 'leader.count', { n: count })].filter(Boolean).join(', ')})`;
  return `${t(`leader.kind.${kind}`)} ${title}${who}`;
}

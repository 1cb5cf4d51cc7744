import type { LeaderView } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { Empty } from '../parts/states';
import { levelText } from './levels';

/** Dues, locks, openings and sessions of the next two weeks, by day. */
export function Coming({ view: { coming, until } }: { view: LeaderView }) {
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
    </section>
  );
}

function entryText({ kind, title, level, count }: LeaderView['coming'][number]): string {
  const who =
    kind === 'step'
      ? ''
      : ` (${[levelText(level), t(kind === 'session' ? 'leader.count.session' : 'leader.count', { n: count })].filter(Boolean).join(', ')})`;
  return `${t(`leader.kind.${kind}`)} ${title}${who}`;
}

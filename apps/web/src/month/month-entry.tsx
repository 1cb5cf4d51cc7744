import { Link } from '@tanstack/react-router';
import type { MonthEntry as Entry, MonthOfWork } from '../api/contracts';
import { t } from '../messages/t';

const SIGNS: Record<Entry['kind'], { sign: string; tone: string }> = {
  due: { sign: '◔', tone: 'soon' },
  last_working_day: { sign: '◔', tone: 'soon' },
  opens: { sign: '○', tone: 'quiet' },
  step: { sign: '○', tone: 'quiet' },
  lock: { sign: '▲', tone: 'overdue' },
  review: { sign: '⚖', tone: 'running' },
  collect: { sign: '◐', tone: 'running' },
  collect_lock: { sign: '▲', tone: 'running' },
  session: { sign: '◆', tone: 'returned' },
};

/** One thing on one day: what, of whom, until which hour. */
export function MonthEntry({ entry }: { entry: Entry }) {
  const { kind, time, title, campaignName, unitName, count, obligation, done } = entry;
  const { sign, tone } = SIGNS[kind];
  const many = count > 1 ? t(kind === 'review' ? 'month.count.review' : 'month.count', { n: count }) : unitName;
  const text = (
    <>
      <span aria-hidden="true">{done ? '✓' : sign} </span>
      <strong>
        {time !== null && `${time} `}
        {t(`month.kind.${kind}`)}:
      </strong>{' '}
      {title}
      {many !== null && ` – ${many}`}
      {done && <span className="hidden"> ({t('month.done')})</span>}
    </>
  );
  const className = `entry ${done ? 'done' : tone}`;
  if (obligation === null)
    return (
      <span className={className} title={campaignName}>
        {text}
      </span>
    );
  return (
    <Link to="/viec/$obligation" params={{ obligation }} className={className} title={campaignName}>
      {text}
    </Link>
  );
}

/** Why nobody works on a day, or why one works on a day of rest; "dự kiến" where it is not decided yet. */
export function DayReason({ day: { reason, name, provisional } }: { day: MonthOfWork['days'][number] }) {
  if (reason === 'work' || reason === 'weekly_rest') return null;
  const word = t(reason === 'holiday' ? 'month.holiday' : reason === 'closure' ? 'month.closure' : 'month.worked');
  return (
    <span className={`reason ${reason}`}>
      {name ?? word}
      {name !== null && reason === 'worked_instead' && ` (${word})`}
      {provisional && <em> · {t('month.provisional')}</em>}
    </span>
  );
}

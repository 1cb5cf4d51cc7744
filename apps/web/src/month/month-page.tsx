import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { read } from '../api/client';
import type { MonthOfWork } from '../api/contracts';
import { t } from '../messages/t';
import { Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { Feed } from './feed';
import { MonthGrid } from './month-grid';
import { MonthList } from './month-list';
import { besides, titleOf } from './months';
import './month.css';

/** Lịch tháng: what falls on which day of the post's month, around the days of rest. A grid on a desk, a list on a phone. */
export function MonthPage() {
  const { month: asked } = useSearch({ from: '/lich' });
  const go = useNavigate({ from: '/lich' });
  const { viewer, post } = usePost();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['month', post, asked ?? ''],
    queryFn: ({ signal }) => read<MonthOfWork>(viewer, `/work/calendar${asked ? `?month=${asked}` : ''}`, signal),
    enabled: post !== null,
  });
  if (post === null) return <SignInBox />;
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  const { month, unitName, calendar, days, truncated } = data;
  const show = (next: string | undefined) => void go({ search: next === undefined ? {} : { month: next } });
  const none = days.every(({ entries }) => entries.length === 0);
  return (
    <>
      <h1>{t('month', { month: titleOf(month) })}</h1>
      <p>
        {t('month.of', { unit: unitName })} ·{' '}
        <span className="small">
          {t('month.working-days', { n: calendar.workingDays, status: calendar.statusText })}
        </span>
      </p>
      <p className="tools no-print">
        <button type="button" onClick={() => show(besides(month, -1))}>
          {t('month.previous')}
        </button>
        <button type="button" onClick={() => show(undefined)}>
          {t('month.this')}
        </button>
        <button type="button" onClick={() => show(besides(month, 1))}>
          {t('month.next')}
        </button>
        <label>
          {t('month.choose')}{' '}
          <input
            type="month"
            value={month}
            onChange={({ target }) => /^\d{4}-\d{2}$/.test(target.value) && show(target.value)}
          />
        </label>
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
      <div role="status">
        {none && <p className="note">{t('month.empty')}</p>}
        {truncated && <p className="note">{t('month.truncated')}</p>}
      </div>
      <MonthGrid view={data} />
      <MonthList view={data} />
      <Feed />
    </>
  );
}

import { Link } from '@tanstack/react-router';
import type { WorkItem, WorkView } from '../api/contracts';
import { useWork } from '../api/use-work';
import { t } from '../messages/t';
import { ExcelButton } from '../parts/excel-button';
import { Empty, Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { WorkRow } from './work-row';

const GROUPS: WorkItem['group'][] = ['overdue', 'today', 'soon', 'returned', 'later', 'waiting', 'done'];

/** Việc của tôi: what my post answers for, most pressing first. */
export function MyWorkPage() {
  const { post } = usePost();
  const { data, error, isPending, refetch } = useWork();
  if (post === null)
    return (
      <section aria-labelledby="sign-in">
        <h1 id="sign-in">{t('sign.needed')}</h1>
        <p>{t('work.sign-in')}</p>
        <SignInBox />
      </section>
    );
  return (
    <>
      <h1>{t('nav.work')}</h1>
      <p className="tools no-print">
        <Link to="/lich">{t('nav.month')}</Link> <Link to="/giao-uoc">{t('covenants')}</Link>{' '}
        <ExcelButton path="/exports/work.xlsx" name="viec-cua-toi" />
      </p>
      {isPending ? <Loading /> : error ? <Failed error={error} retry={refetch} /> : <Groups work={data} />}
    </>
  );
}

function Groups({ work: { items, truncated } }: { work: WorkView }) {
  if (items.length === 0) return <Empty>{t('empty.work')}</Empty>;
  const open = items.filter(({ group }) => group !== 'done' && group !== 'waiting');
  return (
    <>
      <p className="lead">{open.length === 0 ? t('work.all-done') : summary(items)}</p>
      {GROUPS.map((group) => {
        const rows = items.filter((item) => item.group === group);
        return rows.length === 0 ? null : (
          <section key={group} aria-labelledby={`group-${group}`} className={`group ${group}`}>
            <h2 id={`group-${group}`}>
              {t(`group.${group}`)} <span className="small">({rows.length})</span>
            </h2>
            <ul className="rows">
              {rows.map((item) => (
                <li key={item.id}>
                  <WorkRow item={item} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {truncated && <p className="note">{t('work.truncated', { n: items.length })}</p>}
    </>
  );
}

function summary(items: WorkItem[]): string {
  const count = (group: WorkItem['group']): number => items.filter((item) => item.group === group).length;
  const parts = (['overdue', 'today', 'soon', 'returned'] as const)
    .map((group) => [group, count(group)] as const)
    .filter(([, n]) => n > 0)
    .map(([group, n]) => t(`work.count.${group}`, { n }));
  return parts.length ? t('work.summary', { parts: parts.join(', ') }) : t('work.calm');
}

import { Link } from '@tanstack/react-router';
import type { QueueView } from '../api/contracts';
import { itemsOf, usePages } from '../api/use-pages';
import { usePace } from '../live/pace';
import { dayText, dueText, t } from '../messages/t';
import { Badge } from '../parts/badge';
import { ExcelButton } from '../parts/excel-button';
import { More } from '../parts/more';
import { Empty, Failed, Loading } from '../parts/states';
import { usePost } from '../sign-in/use-post';

/** Chờ tôi duyệt: the least time left first. */
export function QueuePage() {
  const { post } = usePost();
  const list = usePages<QueueView>({
    queryKey: ['queue', post],
    path: '/review-queue',
    limit: 50,
    enabled: post !== null,
    refetchInterval: usePace(60_000),
  });
  const { data, error, isPending, refetch } = list;
  const items = itemsOf(data);
  return (
    <>
      <h1>{t('nav.review')}</h1>
      <p className="tools no-print">
        <ExcelButton path="/exports/review-queue.xlsx" name="cho-duyet" />
      </p>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} retry={refetch} />
      ) : items.length === 0 ? (
        <Empty>{t('empty.queue')}</Empty>
      ) : (
        <section aria-label={t('nav.review')}>
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">{t('col.unit')}</th>
                <th scope="col">{t('col.work')}</th>
                <th scope="col">{t('col.handed-in')}</th>
                <th scope="col">{t('col.answer-by')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(
                ({
                  id,
                  unitName,
                  title,
                  submittedAt,
                  onTime,
                  dueAt,
                  left,
                  attempt,
                  opened,
                  nil,
                  stateText,
                  amendment,
                }) => (
                  <tr key={id}>
                    <th scope="row">
                      <Link to="/viec/$obligation" params={{ obligation: id }}>
                        {unitName}
                        <span className="hidden"> – {title}</span>
                      </Link>
                    </th>
                    <td data-label={t('col.work')}>
                      {title}
                      <span className="line small">
                        {amendment === null ? stateText : t('queue.amendment')}
                        {attempt > 1 && ` · ${t('round', { n: attempt })}`}
                        {nil && ` · ${t('nil.short')}`}
                        {opened && ` · ${t('opened')}`}
                      </span>
                    </td>
                    <td data-label={t('col.handed-in')}>
                      {submittedAt !== null && dayText(submittedAt)}{' '}
                      {onTime === false && <Badge tone="overdue">{t('too-late')}</Badge>}
                    </td>
                    <td data-label={t('col.answer-by')}>
                      {left < 0 ? <Badge tone="overdue">{dueText(dueAt)}</Badge> : dueText(dueAt)}
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
          <More list={list} />
        </section>
      )}
    </>
  );
}

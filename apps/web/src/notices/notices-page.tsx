import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { write } from '../api/client';
import type { NoticePage } from '../api/contracts';
import { itemsOf, usePages } from '../api/use-pages';
import { instantText, t } from '../messages/t';
import { More } from '../parts/more';
import { Empty, Failed, Loading } from '../parts/states';
import { Deliveries } from './deliveries';
import { usePost } from '../sign-in/use-post';

/** What the post was told: unread first. */
export function NoticesPage() {
  const { viewer, post } = usePost();
  const client = useQueryClient();
  const list = usePages<NoticePage>({
    queryKey: ['notices', post],
    path: '/notices',
    limit: 30,
    enabled: post !== null,
  });
  const { data, error, isPending, refetch } = list;
  const mark = useMutation({
    mutationFn: (id: string) => write<object>(viewer, `/notices/${encodeURIComponent(id)}/read`, { body: {} }),
    onSuccess: () =>
      Promise.all(['notices', 'work'].map((name) => client.invalidateQueries({ queryKey: [name, post] }))),
  });
  const items = itemsOf(data);
  return (
    <>
      <h1>{t('nav.notices')}</h1>
      <p className="tools no-print">
        <Link to="/thong-bao/tuy-chon">{t('preferences.open')}</Link>
      </p>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} retry={refetch} />
      ) : items.length === 0 ? (
        <Empty>{t('empty.notices')}</Empty>
      ) : (
        <ul className="rows">
          {items.map(({ id, obligation, title, unitName, rungText, at, readAt }) => (
            <li key={id} className={readAt === null ? 'unread' : ''}>
              <span className="row">
                <span className="what">
                  <Link
                    to="/viec/$obligation"
                    params={{ obligation }}
                    onClick={() => readAt === null && mark.mutate(id)}
                  >
                    {title}
                  </Link>
                  <span className="line small">
                    {unitName} · {rungText}
                  </span>
                </span>
                <span className="when small">
                  {instantText(at)}
                  {readAt === null && (
                    <button type="button" className="plain" onClick={() => mark.mutate(id)}>
                      {t('mark-read')}
                    </button>
                  )}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <More list={list} />
      <Deliveries />
    </>
  );
}

import type { DeliveryPage } from '../api/contracts';
import { itemsOf, usePages } from '../api/use-pages';
import { instantText, t } from '../messages/t';
import { Badge, type Tone } from '../parts/badge';
import { More } from '../parts/more';
import { Empty, Failed, Loading } from '../parts/states';
import { usePost } from '../sign-in/use-post';

const TONES: Record<string, Tone> = {
  sent: 'done',
  reached: 'done',
  failed: 'overdue',
  bounced: 'overdue',
  unconfirmed: 'soon',
  withdrawn: 'quiet',
};

/** What mail went to me and what became of it, newest first. */
export function Deliveries() {
  const { post } = usePost();
  const list = usePages<DeliveryPage>({
    queryKey: ['deliveries', post],
    path: '/me/deliveries',
    limit: 20,
    enabled: post !== null,
  });
  const { data, error, isPending, refetch } = list;
  if (post === null) return null;
  const items = itemsOf(data);
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{t('deliveries')}</h2>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} retry={refetch} />
      ) : items.length === 0 ? (
        <Empty>{t('empty.deliveries')}</Empty>
      ) : (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t('deliveries.at')}</th>
              <th scope="col">{t('deliveries.subject')}</th>
              <th scope="col">{t('deliveries.fate')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, kind, subject, to, at, sentAt, openedAt, state, stateText, detail, works }) => (
              <tr key={id}>
                <th scope="row">{instantText(sentAt ?? at)}</th>
                <td data-label={t('deliveries.subject')}>
                  {subject ?? t('deliveries.unwritten')}
                  <span className="line small">
                    {t(`deliveries.kind.${kind}`)}
                    {works > 0 && ` · ${t('deliveries.works', { n: works })}`} ·{' '}
                    {to === null ? t('deliveries.no-address') : t('deliveries.to', { to })}
                  </span>
                </td>
                <td data-label={t('deliveries.fate')}>
                  <Badge tone={TONES[state] ?? 'running'}>{stateText}</Badge>
                  {openedAt !== null && (
                    <span className="line small">{t('deliveries.opened', { at: instantText(openedAt) })}</span>
                  )}
                  {detail !== null && <span className="line small">{detail}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More list={list} />
    </section>
  );
}

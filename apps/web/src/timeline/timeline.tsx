import type { ComingView, EventView } from '../api/contracts';
import { useTimeline } from '../api/use-console';
import { itemsOf } from '../api/use-pages';
import { dayText, instantText, t } from '../messages/t';
import { More } from '../parts/more';
import { Empty, Failed, Loading } from '../parts/states';

/** What is to come in grey, then what happened, newest first. */
export function Timeline({ campaign, obligation }: { campaign: string; obligation: string | null }) {
  const list = useTimeline({ campaign, obligation });
  const { data, error, isPending, refetch } = list;
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  const items = itemsOf(data);
  const coming = data.pages[0]?.coming ?? [];
  return (
    <>
      {coming.length > 0 && (
        <section aria-label={t('coming')}>
          <h3>{t('coming')}</h3>
          <ol className="timeline coming">{[...coming].reverse().map(comingItem)}</ol>
        </section>
      )}
      <h3>{t('past')}</h3>
      {items.length === 0 ? <Empty>{t('empty.timeline')}</Empty> : <ol className="timeline">{items.map(eventItem)}</ol>}
      <More list={list} />
    </>
  );
}

const comingItem = ({ at, text }: ComingView, n: number) => (
  <li key={n}>
    {at && <time dateTime={at}>{dayText(at)}</time>} {text}
  </li>
);

const eventItem = ({ id, at, text, postTitle, personName, unitName, reason }: EventView) => (
  <li key={id}>
    <time dateTime={at}>{instantText(at)}</time> {text}
    {unitName && ` – ${unitName}`}
    <span className="small line">{[personName, postTitle ?? t('system')].filter(Boolean).join(', ')}</span>
    {reason && (
      <span className="small line">
        {t('reason')}: {reason}
      </span>
    )}
  </li>
);

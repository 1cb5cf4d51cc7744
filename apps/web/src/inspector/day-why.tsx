import { Link } from '@tanstack/react-router';
import { dayText, t } from '../messages/t';
import { Badge } from '../parts/badge';
import { Empty, Failed, Loading } from '../parts/states';
import type { HistorySearch } from './search';
import { useDayWhy } from './use-inspector';

/** Why the unit heard or did not hear on the day, duty by duty, in the words of the records. */
export function DayWhy({ campaign, search }: { campaign: string; search: HistorySearch }) {
  const { data, error, isPending, isEnabled, refetch } = useDayWhy(campaign, search);
  if (!isEnabled) return <p className="note no-print">{t('why.hint')}</p>;
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  return (
    <section aria-labelledby="why" role="status">
      <h2 id="why">{t('why.title', { day: dayText(data.day), unit: data.unitName })}</h2>
      {data.items.length === 0 ? (
        <Empty>{t('why.none')}</Empty>
      ) : (
        <ul className="rows">
          {data.items.map(({ obligation, title, stateText, text, told }) => (
            <li key={obligation} className="row">
              <span className="what">
                <Link to="/viec/$obligation" params={{ obligation }}>
                  {title}
                </Link>{' '}
                <Badge tone={told ? 'done' : 'quiet'}>{stateText}</Badge>
                <span className="line">{text}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

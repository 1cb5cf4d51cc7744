import { dayText, instantText, t } from '../messages/t';
import { Empty, Failed, Loading } from '../parts/states';
import type { HistorySearch } from './search';
import { useAhead } from './use-inspector';

const WITHIN = ['8', '31', '92'] as const;

interface Props {
  campaign: string;
  search: HistorySearch;
  change: (next: HistorySearch) => void;
}

/** What the engine will do by itself, by day, in grey: it has not happened. */
export function Ahead({ campaign, search, change }: Props) {
  const { data, error, isPending, refetch } = useAhead(campaign, search);
  return (
    <section aria-labelledby="ahead" className="ahead">
      <h2 id="ahead">{t('ahead')}</h2>
      <p className="tools no-print">
        <label>
          {t('ahead.days')}{' '}
          <select value={search.within ?? '8'} onChange={({ target }) => change({ within: target.value })}>
            {WITHIN.map((days) => (
              <option key={days} value={days}>
                {t(`ahead.days.${days}`)}
              </option>
            ))}
          </select>
        </label>
        {data && <span className="small">{t('ahead.until', { day: dayText(data.until) })}</span>}
      </p>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} retry={refetch} />
      ) : (
        <>
          {data.silent !== null && <Empty>{data.silent}</Empty>}
          {data.silent === null && data.days.length === 0 && <Empty>{t('ahead.none')}</Empty>}
          {data.days.map(({ day, items }) => (
            <div key={day}>
              <h3>{dayText(day)}</h3>
              <ol className="timeline coming">
                {items.map(({ at, text, unitName }, n) => (
                  <li key={n}>
                    <time dateTime={at}>{instantText(at).slice(0, 5)}</time> {text}
                    {unitName && ` – ${unitName}`}
                  </li>
                ))}
              </ol>
            </div>
          ))}
          {data.waiting.length > 0 && (
            <div>
              <h3>{t('ahead.waiting')}</h3>
              <ol className="timeline coming">
                {data.waiting.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ol>
            </div>
          )}
        </>
      )}
    </section>
  );
}

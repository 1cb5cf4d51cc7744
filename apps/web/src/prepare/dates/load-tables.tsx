import type { PreparationView } from '../../api/contracts';
import { dayText, t } from '../../messages/t';
import { Empty, Failed, Loading } from '../../parts/states';
import { useLoad } from '../use-preparation';

/** What it comes to where nobody acts: letters and work by day, and the posts with the most to do. Prints. */
export function LoadTables({ view }: { view: PreparationView }) {
  const { data, error, isPending, refetch } = useLoad(view.id, view.gate.composes);
  return (
    <section aria-labelledby="load">
      <h3 id="load">{t('load')}</h3>
      {!view.gate.composes ? (
        <Empty>{t('dates.later')}</Empty>
      ) : isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} retry={refetch} />
      ) : (
        <>
          <p>
            {t('load.summary', {
              units: data.participants,
              letters: data.days.reduce((sum, { letters }) => sum + letters, 0),
              days: data.days.filter(({ letters }) => letters > 0).length,
            })}
          </p>
          <p className="tools no-print">
            <button type="button" onClick={() => window.print()}>
              {t('print')}
            </button>
          </p>
          <div className="pair">
            <table className="narrow">
              <caption>{t('load.days')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('load.day')}</th>
                  <th scope="col">{t('load.letters')}</th>
                  <th scope="col">{t('load.opened')}</th>
                  <th scope="col">{t('load.due')}</th>
                </tr>
              </thead>
              <tbody>
                {data.days.map(({ day, letters, undelivered, opened, due }) => (
                  <tr key={day}>
                    <th scope="row">{dayText(day)}</th>
                    <td className="number">
                      {letters}
                      {undelivered > 0 && (
                        <span className="overdue-text"> · {t('load.undelivered', { n: undelivered })}</span>
                      )}
                    </td>
                    <td className="number">{opened || ''}</td>
                    <td className="number">{due || ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <table className="narrow">
              <caption>{t('load.posts')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('load.post')}</th>
                  <th scope="col">{t('load.owed')}</th>
                  <th scope="col">{t('load.letters')}</th>
                </tr>
              </thead>
              <tbody>
                {data.posts.map(({ post, title, unitName, opened, letters }) => (
                  <tr key={post}>
                    <th scope="row">
                      {title}
                      {!title.includes(unitName) && <span className="line small">{unitName}</span>}
                    </th>
                    <td className="number">{opened}</td>
                    <td className="number">{letters}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

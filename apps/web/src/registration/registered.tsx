import type { DossierView } from '../api/contracts';
import { useRegistration } from '../api/use-registration';
import { numberText, t } from '../messages/t';

interface Said {
  titles?: string[];
  pledges?: { target: string; value: number | null }[];
}

/** What stands registered, each pledge beside what is assigned. */
export function Registered({ owed }: { owed: DossierView }) {
  const { data: asked } = useRegistration(owed.id);
  const { titles = [], pledges = [] } = owed.submission!.content as Said;
  const targets = new Map(asked?.targets.map((one) => [one.target, one]));
  return (
    <section aria-labelledby="registered">
      <h2 id="registered">{t('registration.content')}</h2>
      <ul>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
      {pledges.length > 0 && (
        <table className="cards">
          <thead>
            <tr>
              <th scope="col">{t('col.target')}</th>
              <th scope="col">{t('pledges.assigned')}</th>
              <th scope="col">{t('pledges.pledged')}</th>
            </tr>
          </thead>
          <tbody>
            {pledges.map(({ target, value }) => {
              const one = targets.get(target);
              return (
                <tr key={target}>
                  <th scope="row">{one?.name ?? target}</th>
                  <td data-label={t('pledges.assigned')} className="number">
                    {one?.assigned == null ? '–' : `${numberText(one.assigned)} ${one.measure}`}
                  </td>
                  <td data-label={t('pledges.pledged')} className="number">
                    <strong>{value === null ? '–' : `${numberText(value)} ${one?.measure ?? ''}`}</strong>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}

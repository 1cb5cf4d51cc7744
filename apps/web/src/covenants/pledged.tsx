import type { CovenantView } from '../api/contracts';
import { numberText, t } from '../messages/t';
import { namesIn } from './names-in';

/** What each party pledges in the text that stands, beside what it was assigned. */
export function Pledged({ covenant }: { covenant: CovenantView }) {
  const { unit, target, measure } = namesIn(covenant);
  const parties = covenant.versions.at(-1)!.content.parties.filter(({ pledges }) => pledges.length > 0);
  if (parties.length === 0) return null;
  return (
    <>
      <h3>{t('covenant.pledges')}</h3>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('covenant.party')}</th>
            <th scope="col">{t('col.target')}</th>
            <th scope="col">{t('col.assigned')}</th>
            <th scope="col">{t('covenant.pledged')}</th>
          </tr>
        </thead>
        <tbody>
          {parties.flatMap(({ unit: party, pledges }) =>
            pledges.map(({ target: id, assigned, value }) => (
              <tr key={`${party} ${id}`}>
                <th scope="row">{unit(party)}</th>
                <td data-label={t('col.target')}>{target(id)}</td>
                <td data-label={t('col.assigned')} className="number">
                  {assigned === null ? '–' : `${numberText(assigned)} ${measure(id)}`}
                </td>
                <td data-label={t('covenant.pledged')} className="number">
                  <strong>{value === null ? '–' : `${numberText(value)} ${measure(id)}`}</strong>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </>
  );
}

import type { CovenantView } from '../api/contracts';
import { dueText, instantText, t } from '../messages/t';
import { Badge } from '../parts/badge';

/** Who signs, who has and when, and who does not and why. */
export function Signatories({ covenant: { signatories, versions } }: { covenant: CovenantView }) {
  const standing = versions.at(-1);
  return (
    <section aria-labelledby="parties">
      <h2 id="parties">{t('covenant.parties')}</h2>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('covenant.party')}</th>
            <th scope="col">{t('covenant.state')}</th>
            <th scope="col">{t('covenant.signer')}</th>
          </tr>
        </thead>
        <tbody>
          {signatories.map(({ unit, unitName, state, stateText, dueAt }) => {
            const signature = standing?.signatures.find((one) => one.unit === unit);
            const declined = standing?.declined.filter((one) => one.unit === unit) ?? [];
            const owes = state === 'open' || state === 'returned';
            return (
              <tr key={unit}>
                <th scope="row">{unitName}</th>
                <td data-label={t('covenant.state')}>
                  {signature ? (
                    <Badge tone="done">{t('covenant.signed-at', { at: instantText(signature.at) })}</Badge>
                  ) : (
                    <>
                      <Badge tone={owes ? 'soon' : 'quiet'}>{owes ? t('covenant.missing') : stateText}</Badge>
                      {owes && <span className="line small">{t('covenant.due', { due: dueText(dueAt) })}</span>}
                    </>
                  )}
                  {declined.map(({ at, reason }) => (
                    <span key={at} className="line small">
                      {t('covenant.declined', { at: instantText(at), reason: reason ?? t('erased') })}
                    </span>
                  ))}
                </td>
                <td data-label={t('covenant.signer')}>
                  {signature?.signer ?? ''}
                  {signature?.scan && (
                    <span className="line small">{t('covenant.by-paper', { name: signature.scan.name })}</span>
                  )}
                  {signature?.enteredBy && (
                    <span className="line small">{t('covenant.entered', { by: signature.enteredBy.post ?? '' })}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

import type { DossierView } from '../api/contracts';
import { dayText, dueText, t } from '../messages/t';

/** The ledger of deadlines: every date it had, who set it and on what ground. */
export function Deadlines({ owed: { deadlines, extension, clock } }: { owed: DossierView }) {
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t('deadlines')}</h2>
      <ol className="ledger">
        {deadlines.map(({ version, dueAt, ground, byTitle, at }) => (
          <li key={version}>
            <strong>{dueText(dueAt)}</strong> <span className="small">{`${ground} · ${byTitle} · ${dayText(at)}`}</span>
          </li>
        ))}
      </ol>
      {extension && extension.decision === undefined && (
        <p className="note">{t('extension.asked', { day: dayText(extension.proposedDay), by: extension.byTitle })}</p>
      )}
      {clock.lockAt !== null && <p className="small">{t('due.lock', { day: dayText(clock.lockAt) })}</p>}
    </section>
  );
}

import type { RoundsView } from '../api/contracts';
import { instantText, t } from '../messages/t';

/** Every round that was handed in, kept for ever: what changed, what was remarked and answered. */
export function Rounds({ rounds: { rounds, open } }: { rounds: RoundsView }) {
  return (
    <section aria-labelledby="rounds">
      <h2 id="rounds">{t('rounds')}</h2>
      {open > 0 && <p className="note">{t('remarks.open', { n: open })}</p>}
      <ol className="ledger">
        {rounds.map(({ submission, round, at, byTitle, changes, remarks }) => (
          <li key={submission}>
            <strong>{t('round', { n: round })}</strong>{' '}
            <span className="small">{`${instantText(at)} · ${byTitle}`}</span>
            {changes.length > 0 && <span className="line small">{t('changed', { n: changes.length })}</span>}
            <ul>
              {remarks.map(({ id, path, reasonText, text, replies, state }) => (
                <li key={id}>
                  <strong>{reasonText}</strong> <span className="small">({path})</span>: {text ?? t('erased')}
                  {replies.map((reply) => (
                    <span key={reply.at} className="line small">
                      ↳ {reply.text ?? t('erased')}
                    </span>
                  ))}
                  <span className="small"> · {t(`remark.${state}`)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

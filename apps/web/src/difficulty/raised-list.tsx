import { Link } from '@tanstack/react-router';
import { dueText, t } from '../messages/t';
import { useRaised } from './use-difficulty';

/** What a report raised, and how each stands: the answer is read here. */
export function RaisedList({ report }: { report: string }) {
  const { data } = useRaised(report);
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="difficulties">
      <h2 id="difficulties">{t('difficulty.raised')}</h2>
      <ol className="plain">
        {data.items.map(({ id, words, standing, standingText, ownerName, dueAt, overdue, answers }) => (
          <li key={id}>
            <p className="words">{words.at(-1)?.text ?? t('erased')}</p>
            <p className="small">
              <strong>{standingText}</strong> · {t('difficulty.owner', { owner: ownerName })}
              {standing === 'waiting' && (
                <span className={overdue ? 'overdue-text' : ''}> · {t('due.at', { due: dueText(dueAt) })}</span>
              )}
            </p>
            {answers.length > 0 && <p className="words">↳ {answers.at(-1)!.text ?? t('erased')}</p>}
            <Link to="/viec/$obligation" params={{ obligation: id }}>
              {t('difficulty.see')}
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

import { Link } from '@tanstack/react-router';
import type { DifficultyOneView } from '../api/contracts';
import { dayText, instantText, t } from '../messages/t';
import { Failed, Loading } from '../parts/states';
import { DifficultyActs } from './difficulty-acts';
import { useDifficulty } from './use-difficulty';

/** One difficulty: what was raised, who owes the answer, what was answered, and what may be done now. */
export function DifficultyPanel({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useDifficulty(id);
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  const { words, standingText, ownerName, firstDueAt, dueAt, report, reportTitle } = data;
  return (
    <>
      <section aria-labelledby="difficulty">
        <h2 id="difficulty">{t('difficulty.words')}</h2>
        <p>
          <strong>{standingText}</strong> · {t('difficulty.owner', { owner: ownerName })}
          {firstDueAt !== dueAt && (
            <span className="small"> · {t('difficulty.first-due', { day: dayText(firstDueAt) })}</span>
          )}
        </p>
        <p className="small">
          <Link to="/viec/$obligation" params={{ obligation: report }}>
            {t('difficulty.from-report', { report: reportTitle })}
          </Link>
        </p>
        {words.map(({ text, at, by, attempt }) => (
          <div key={at}>
            <p className="words">{text ?? t('erased')}</p>
            <p className="small">
              {`${attempt === null ? t('difficulty.again') : t('difficulty.attempt', { n: attempt })} · ${instantText(at)} · ${by.post}`}
            </p>
          </div>
        ))}
      </section>
      <DifficultyActs item={data} />
      <Answers item={data} />
    </>
  );
}

function Answers({ item: { answers, owners } }: { item: DifficultyOneView }) {
  return (
    <>
      <section aria-labelledby="answers">
        <h2 id="answers">{t('difficulty.answers')}</h2>
        {answers.length === 0 && <p className="note">{t('difficulty.no-answer')}</p>}
        {answers.map(({ text, at, by, unitName, document }) => (
          <div key={at}>
            <p className="words">{text ?? t('erased')}</p>
            <p className="small">
              {`${unitName} · ${instantText(at)} · ${by.post}`}
              {document && ` · ${t('difficulty.document', { number: document.number, day: dayText(document.date) })}`}
            </p>
          </div>
        ))}
      </section>
      {owners.length > 1 && (
        <section aria-labelledby="ways">
          <h2 id="ways">{t('difficulty.ways')}</h2>
          <ol className="plain">
            {owners.map(({ unit, unitName, from, reason }) => (
              <li key={unit}>
                <strong>{unitName}</strong>{' '}
                <span className="small">{`${dayText(from)}${reason === null ? '' : ` · ${reason}`}`}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

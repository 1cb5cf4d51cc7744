import { useState } from 'react';
import type { PreparationView } from '../api/contracts';
import { t } from '../messages/t';
import { Badge } from '../parts/badge';
import { AnswerForm } from './answer-form';
import { Ground, TextInput } from './inputs';
import { ItemRow } from './item-row';
import { Link } from '@tanstack/react-router';
import type { Answers } from './use-preparation';

/** Câu hỏi và khiếm khuyết: what the reader would not decide, and what is wrong in the document itself. */
export function StepQuestions({ view }: { view: PreparationView }) {
  const open = view.gate.items.filter((item) => item.open && (item.kind === 'question' || item.kind === 'defect'));
  return (
    <>
      <p role="status">{open.length === 0 ? `✓ ${t('prepare.open.none')}` : t('prepare.open.n', { n: open.length })}</p>
      <section aria-labelledby="questions">
        <h3 id="questions">{t('prepare.questions')}</h3>
        {view.questions.length === 0 ? (
          <p className="note">{t('prepare.questions.none')}</p>
        ) : (
          <ul className="items">
            {view.questions.map((question) => (
              <Question key={question.id} view={view} question={question} />
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="defects">
        <h3 id="defects">{t('prepare.defects')}</h3>
        {view.defects.length === 0 ? (
          <p className="note">{t('prepare.defects.none')}</p>
        ) : (
          <ul className="items">
            {view.defects.map((defect) => {
              const item = view.gate.items.find(({ id }) => id === `defect:${defect.id}`);
              return item ? (
                <ItemRow key={defect.id} view={view} item={item} />
              ) : (
                <li key={defect.id} className="item">
                  <Badge tone="done">{t('prepare.mended')}</Badge> {defect.text}
                </li>
              );
            })}
          </ul>
        )}
      </section>
    </>
  );
}

type Asked = PreparationView['questions'][number];
interface Said {
  answer: string;
  ground: string;
}

/** A question with its answer; or with what settles it elsewhere; the head may leave it open. */
function Question({ view, question: { id, text, offset } }: { view: PreparationView; question: Asked }) {
  const saidIn = (now: PreparationView): Said | undefined => (now.answers as Answers).questions?.[id];
  const said = saidIn(view);
  const [unfolded] = useState(said === undefined); // it stays as it is under the hands of who saves it
  const item = view.gate.items.find((one) => one.id === `question:${id}`);
  if (item?.waiver) return <ItemRow view={view} item={item} />;
  return (
    <li className="item">
      <p>
        {said || !item ? (
          <Badge tone="done">{t(said ? 'prepare.answered' : 'prepare.settled')}</Badge>
        ) : (
          <Badge tone="soon">{t('severity.waivable')}</Badge>
        )}{' '}
        {text}
      </p>
      {offset !== null && (
        <p className="tools no-print">
          <Link to="/chuan-bi/$id/$step" params={{ id: view.id, step: 'van-ban' }} search={{ field: `question:${id}` }}>
            {t('prepare.see')}
          </Link>
        </p>
      )}
      {(said !== undefined || item !== undefined) && (
        <details open={unfolded}>
          <summary>{t(said ? 'prepare.answer.change' : 'prepare.answer')}</summary>
          <AnswerForm<Said>
            view={view}
            quiet
            title={t('prepare.answer.to', { text })}
            slot={`questions.${id}`}
            said={saidIn}
            start={said ?? { answer: '', ground: '' }}
            answers={(value) => ({ questions: { [id]: value } })}
          >
            {(value, set) => (
              <>
                <TextInput
                  label={t('prepare.answer')}
                  value={value.answer}
                  set={(answer) => set({ ...value, answer })}
                  long
                />
                <Ground value={value.ground} set={(ground) => set({ ...value, ground })} />
              </>
            )}
          </AnswerForm>
        </details>
      )}
      {item && <WaiveQuestion view={view} item={item} />}
    </li>
  );
}

/** The same row once more, only for what the head may do about it. */
function WaiveQuestion({ view, item }: { view: PreparationView; item: PreparationView['gate']['items'][number] }) {
  if (!item.yours) return <p className="small">{item.waivableByText}</p>;
  return (
    <details>
      <summary>{t('prepare.waive')}</summary>
      <ul className="items">
        <ItemRow view={view} item={item} />
      </ul>
    </details>
  );
}

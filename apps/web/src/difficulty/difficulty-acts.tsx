import { useId, useRef, useState, type FormEvent } from 'react';
import { isRefused, newKey } from '../api/client';
import type { DifficultyOneView } from '../api/contracts';
import { useAct } from '../api/use-dossier';
import { t } from '../messages/t';
import { ActPanel } from '../parts/act-panel';
import { Refused } from '../parts/refused';

type Act = 'answer' | 'forward' | 'decline' | 'retract' | 'resolved' | 'raise-again';

/** What is offered; the API judges again. */
function actsOf({ may, standing, forwardTo }: DifficultyOneView): Act[] {
  const waits = standing === 'waiting' || standing === 'parked';
  if (waits && may.answer) return ['answer', ...(forwardTo.length ? (['forward'] as const) : []), 'decline'];
  if (!may.raiser) return [];
  if (waits) return ['retract'];
  return standing === 'answered' || standing === 'declined' ? ['resolved', 'raise-again'] : ['raise-again'];
}

/** Answer, forward or decline; take back, confirm or raise again. Each in one step. */
export const DifficultyActs = ({ item }: { item: DifficultyOneView }) => (
  <ActPanel
    title={t('acts')}
    acts={actsOf(item)}
    label={(act) => t(`difficulty.act.${act}`)}
    isMain={(act) => act === 'answer'}
    said={() => t('difficulty.done')}
    form={(act, done) => <DifficultyForm key={act} item={item} act={act} done={done} />}
  />
);

/** One act with what it asks. A second press before the answer is the same act. */
function DifficultyForm({ item, act, done }: { item: DifficultyOneView; act: Act; done: () => void }) {
  const key = useRef(newKey());
  const field = useId();
  const { mutateAsync, isPending, error } = useAct(item.id);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const word = (name: string): string => String((said.get(name) as string | null) ?? '').trim();
    const number = word('number');
    const body = {
      revision: item.revision,
      ...(act === 'answer'
        ? { text: word('words'), ...(number !== '' && { document: { number, date: word('date') } }) }
        : act !== 'resolved' && { reason: word('words') }),
      ...(act === 'forward' && { to: word('to') }),
    };
    mutateAsync({ act, body, key: key.current }).then(done, (refusal: unknown) => {
      if (isRefused(refusal)) key.current = newKey();
    });
  };
  return (
    <form className="act" onSubmit={submit}>
      {act === 'forward' && (
        <p>
          <label htmlFor={`${field}-to`}>{t('difficulty.to')}</label>
          <select id={`${field}-to`} name="to" required>
            {item.forwardTo.map(({ unit, name }) => (
              <option key={unit} value={unit}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
      {act !== 'resolved' && (
        <p>
          <label htmlFor={`${field}-words`}>{t(act === 'answer' ? 'difficulty.text' : 'difficulty.reason')}</label>
          <textarea id={`${field}-words`} name="words" required minLength={3} maxLength={2_000} rows={4} />
        </p>
      )}
      {act === 'answer' && <Paper field={field} />}
      <Refused error={error} />
      <button type="submit" className="main" disabled={isPending}>
        {t(`difficulty.do.${act}`)}
      </button>
    </form>
  );
}

/** The paper an answer stands in: number and date go together. */
function Paper({ field }: { field: string }) {
  const [number, setNumber] = useState('');
  return (
    <p>
      <label htmlFor={`${field}-number`}>{t('difficulty.number')}</label>
      <input
        id={`${field}-number`}
        name="number"
        maxLength={60}
        value={number}
        onChange={({ target }) => setNumber(target.value)}
      />
      {number.trim() !== '' && (
        <>
          <label htmlFor={`${field}-date`}>{t('difficulty.date')}</label>
          <input id={`${field}-date`} name="date" type="date" required />
        </>
      )}
    </p>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent } from 'react';
import { isRefused, newKey, read } from '../api/client';
import type { DossierView } from '../api/contracts';
import { useAct, useForm, useRounds } from '../api/use-dossier';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';
import type { ActName } from './acts-of';

interface Props {
  owed: DossierView;
  act: Exclude<ActName, 'fill'>;
  done: () => void;
}

/** What each act asks besides its reason. */
const DAY: Partial<Record<ActName, string>> = {
  'extension-request': 'proposedDay',
  delay: 'expectedDay',
  'extension-decision': 'lastDay',
  extension: 'lastDay',
};
const WITHOUT_REASON: ActName[] = ['receive', 'accept'];

/** One act with what it asks. A second press before the answer is the same act. */
export function ActForm({ owed, act, done }: Props) {
  const key = useRef(newKey());
  const { mutateAsync, isPending, error } = useAct(owed.id);
  const [refusing, refuse] = useState(false);
  const field = useId();
  const { data: rounds } = useRounds(owed.id);
  const answered = (rounds?.rounds ?? []).flatMap(({ remarks }) => remarks).filter(({ state }) => state === 'answered');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const word = (name: string): string => {
      const value = said.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const dayName = DAY[act];
    const body = {
      revision: owed.revision,
      ...(!WITHOUT_REASON.includes(act) && { reason: word('reason') }),
      ...(dayName !== undefined && !refusing && { [dayName]: word('day') }),
      ...(act === 'extension-decision' && { granted: !refusing }),
      ...(act === 'escalate' && { to: word('to') }),
      ...(act === 'return' &&
        word('part') !== '' && {
          remarks: [{ path: word('part'), reason: word('code'), text: word('reason') }],
        }),
      ...((act === 'accept' || act === 'receive' || act === 'return') &&
        owed.contentHash && { contentHash: owed.contentHash }),
      ...(act === 'accept' && answered.length > 0 && { resolve: answered.map(({ id }) => id) }),
    };
    // not a callback of `mutate`: what is shown after the act may no longer hold this form
    mutateAsync({ act, body, key: key.current }).then(done, (refusal: unknown) => {
      if (isRefused(refusal)) key.current = newKey();
    });
  };
  return (
    <form className="act" onSubmit={submit}>
      {act === 'extension-decision' && (
        <label className="check">
          <input type="checkbox" checked={refusing} onChange={({ target }) => refuse(target.checked)} />{' '}
          {t('act.refuse')}
        </label>
      )}
      {DAY[act] !== undefined && !refusing && (
        <p>
          <label htmlFor={`${field}-day`}>{t(`act.${act}.day` as 'act.delay.day')}</label>
          <input id={`${field}-day`} name="day" type="date" required defaultValue={owed.extension?.proposedDay} />
        </p>
      )}
      {act === 'escalate' && (
        <p>
          <label htmlFor={`${field}-to`}>{t('act.escalate.to')}</label>
          <select id={`${field}-to`} name="to">
            {(['head', 'superior', 'standing_body', 'chair'] as const).map((to) => (
              <option key={to} value={to}>
                {t(`audience.${to}`)}
              </option>
            ))}
          </select>
        </p>
      )}
      {act === 'accept' && answered.length > 0 && (
        <p className="note">{t('act.accept.resolve', { n: answered.length })}</p>
      )}
      {act === 'return' && <Part id={owed.id} field={field} />}
      {!WITHOUT_REASON.includes(act) && (
        <p>
          <label htmlFor={`${field}-reason`}>{t('reason')}</label>
          <textarea id={`${field}-reason`} name="reason" required minLength={3} maxLength={2_000} rows={3} />
        </p>
      )}
      <Refused error={error} />
      <button type="submit" className="main" disabled={isPending}>
        {t(`act.${act}.do`)}
      </button>
    </form>
  );
}

/** The part that is sent back, with the code of why; without one the whole report goes back. */
function Part({ id, field }: { id: string; field: string }) {
  const { viewer } = usePost();
  const { data: form } = useForm(id);
  const { data: reasons } = useQuery({
    queryKey: ['return-reasons'],
    queryFn: ({ signal }) => read<{ items: { code: string; vi: string }[] }>(viewer, '/return-reasons', signal),
    staleTime: Infinity,
  });
  return (
    <>
      <p>
        <label htmlFor={`${field}-part`}>{t('act.return.part')}</label>
        <select id={`${field}-part`} name="part">
          <option value="">{t('act.return.whole')}</option>
          {form?.cells.map(({ target, name }) => (
            <option key={target} value={`figures.${target}`}>
              {name}
            </option>
          ))}
          {form?.sections.map((section) => (
            <option key={section.id} value={`sections.${section.id}`}>
              {section.title}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label htmlFor={`${field}-code`}>{t('act.return.code')}</label>
        <select id={`${field}-code`} name="code">
          {reasons?.items.map(({ code, vi }) => (
            <option key={code} value={code}>
              {vi}
            </option>
          ))}
        </select>
      </p>
    </>
  );
}

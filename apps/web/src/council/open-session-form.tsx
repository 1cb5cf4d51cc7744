import { useRef, useState, type FormEvent } from 'react';
import { isRefused, newKey } from '../api/client';
import type { RollView } from '../api/contracts';
import { useOpenSession } from '../api/use-roll';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';

/** The secretary marks who is there; the server says whether they are enough. */
export function OpenSessionForm({ id, roll: { members, revision, session } }: { id: string; roll: RollView }) {
  const key = useRef(newKey());
  const [present, mark] = useState<string[]>([]);
  const { mutateAsync, isPending, error } = useOpenSession(id);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutateAsync({ body: { present, revision }, key: key.current }).catch((refusal: unknown) => {
      if (isRefused(refusal)) key.current = newKey();
    });
  };
  return (
    <form className="act paper no-print" onSubmit={submit}>
      <fieldset className="cell">
        <legend>{t('session.open')}</legend>
        <p className="small">{t('session.open.help')}</p>
        {members.map(({ post, title, name }) => (
          <label key={post} className="choice">
            <input
              type="checkbox"
              checked={present.includes(post)}
              onChange={({ target }) =>
                mark(target.checked ? [...present, post] : present.filter((one) => one !== post))
              }
            />{' '}
            {name === null ? title : `${name}, ${title}`}
          </label>
        ))}
      </fieldset>
      <p className="sum" role="status">
        {t('session.here', { n: present.length, quorum: session.quorum })}
      </p>
      <Refused error={error} />
      <button type="submit" className="main" disabled={isPending || present.length === 0}>
        {t('session.open.do')}
      </button>
    </form>
  );
}

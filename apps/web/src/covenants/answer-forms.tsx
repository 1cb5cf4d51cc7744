import { useId, type FormEvent } from 'react';
import { useWork } from '../api/use-work';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import type { ActProps } from './act-props';
import { useWish } from './use-wish';

/** Signs exactly the text that is shown, by its hash. */
export function SignForm({ covenant: { id, hash, version }, done }: ActProps) {
  const { data: work } = useWork();
  const { send, isPending, error } = useWish(id, done);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send('signature', { hash });
  };
  return (
    <form className="act" onSubmit={submit}>
      <p>{t('covenant.sign.help', { n: version, post: work?.postTitle ?? '' })}</p>
      <Refused error={error} />
      <button type="submit" className="main" disabled={isPending}>
        {t('covenant.sign.do')}
      </button>
    </form>
  );
}

/** A party that does not sign says why; its signature is still owed. */
export function DeclineForm({ covenant: { id, hash }, done }: ActProps) {
  const field = useId();
  const { send, isPending, error } = useWish(id, done);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    send('refusal', { hash, reason: typeof reason === 'string' ? reason.trim() : '' });
  };
  return (
    <form className="act" onSubmit={submit}>
      <p className="small">{t('covenant.decline.help')}</p>
      <p>
        <label htmlFor={field}>{t('reason')}</label>
        <textarea id={field} name="reason" required minLength={3} maxLength={2_000} rows={3} />
      </p>
      <Refused error={error} />
      <button type="submit" className="main" disabled={isPending}>
        {t('covenant.decline.do')}
      </button>
    </form>
  );
}

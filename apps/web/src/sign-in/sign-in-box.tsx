import { useId, type FormEvent } from 'react';
import { t } from '../messages/t';
import { usePost } from './use-post';

/** Development sign-in: choose a post. Suggestions are the bodies of the campaigns already seen. */
export function SignInBox({ suggestions = [] }: { suggestions?: string[] }) {
  const { choose } = usePost();
  const field = useId();
  const list = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('post');
    if (typeof value === 'string' && value.trim()) choose(value.trim());
  };
  return (
    <form className="sign-in no-print" onSubmit={submit}>
      <label htmlFor={field}>{t('sign.post')}</label>
      <input
        id={field}
        name="post"
        list={list}
        autoComplete="off"
        spellCheck={false}
        placeholder="td-x01:focal"
        required
      />
      <datalist id={list}>
        {suggestions.map((post) => (
          <option key={post} value={post} />
        ))}
      </datalist>
      <button type="submit">{t('sign.in')}</button>
      <p className="help">{t('sign.help')}</p>
    </form>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useId, type FormEvent } from 'react';
import { send } from '../api/client';
import type { TryOutView } from '../api/contracts';
import { t } from '../messages/t';
import { usePost } from './use-post';

/** Development sign-in: one of the posts that are worth trying, or any by its id. */
export function SignInBox() {
  const { choose, session } = usePost();
  const field = useId();
  const { data } = useQuery({
    queryKey: ['try-out'],
    queryFn: () => send<TryOutView>('GET', '/session/posts'),
    enabled: session.development,
    staleTime: 60_000,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('post');
    if (typeof value === 'string' && value.trim()) choose(value.trim());
  };
  const posts = data?.items ?? [];
  return (
    <form className="sign-in no-print" onSubmit={submit}>
      {posts.length > 0 && (
        <ul className="try-out" aria-label={t('sign.try')}>
          {posts.map(({ id, title, unitName }) => (
            <li key={id}>
              <button type="button" onClick={() => choose(id)}>
                {title} <span className="small">{unitName}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <label htmlFor={field}>{t('sign.post')}</label>
      <input id={field} name="post" autoComplete="off" spellCheck={false} placeholder={posts[0]?.id} required />
      <button type="submit">{t('sign.in')}</button>
      <p className="help">{t('sign.help')}</p>
    </form>
  );
}

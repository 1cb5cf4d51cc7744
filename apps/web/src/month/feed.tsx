import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { write } from '../api/client';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';

/** The address by which a calendar program reads the post's deadlines; told once. */
export function Feed() {
  const { viewer } = usePost();
  const field = useId();
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: () => write<{ url: string }>(viewer, '/calendar/token', { body: {} }),
  });
  return (
    <section aria-labelledby={`${field}-feed`} className="no-print">
      <h2 id={`${field}-feed`}>{t('month.feed')}</h2>
      <p className="small">{t('month.feed.help')}</p>
      {data ? (
        <p role="status">
          <label htmlFor={field}>{t('month.feed.made')}</label>
          <input id={field} className="address" readOnly value={data.url} onFocus={({ target }) => target.select()} />
        </p>
      ) : (
        <button type="button" disabled={isPending} onClick={() => mutate()}>
          {t('month.feed.make')}
        </button>
      )}
      <Refused error={error} />
    </section>
  );
}

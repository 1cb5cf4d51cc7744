import { useMutation, useQuery } from '@tanstack/react-query';
import type { SignInView } from '../api/contracts';
import { send } from '../api/client';
import { instantText, t } from '../messages/t';
import { Failed, Loading } from '../parts/states';
import { leave, useDoor } from './use-session';

/** Browsers that are signed in as me: one may be ended, or all. */
export function MySignIns() {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['sign-ins'],
    queryFn: () => send<{ items: SignInView[] }>('GET', '/me/sign-ins'),
  });
  const end = useMutation({
    mutationFn: (id: string) => send('DELETE', `/me/sign-ins/${id}`),
    onSettled: () => refetch(),
  });
  const everywhere = useDoor(() => leave('/me/sign-ins'));
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  return (
    <section className="no-print" aria-labelledby="sign-ins">
      <h2 id="sign-ins">{t('door.signIns')}</h2>
      <ul className="sign-ins">
        {data.items.map(({ id, agent, seenAt, own }) => (
          <li key={id}>
            <span>
              {agent || t('door.unknownDevice')}
              <span className="small line">{own ? t('door.here') : t('door.seen', { at: instantText(seenAt) })}</span>
            </span>
            {!own && (
              <button type="button" disabled={end.isPending} onClick={() => end.mutate(id)}>
                {t('door.end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => everywhere.mutate(null)}>
        {t('door.everywhere')}
      </button>
    </section>
  );
}

import { useId } from 'react';
import type { SessionView } from '../api/contracts';
import { send } from '../api/client';
import { t } from '../messages/t';
import { DoorCard, DoorError } from './door-card';
import { leave, useDoor } from './use-session';

/** Which of the posts one acts for; whoever holds none today is told so. */
export function ChoosePostPage({ me }: { me: NonNullable<SessionView['me']> }) {
  const problem = useId();
  const choice = useDoor((post: string) => send<SessionView>('PUT', '/me/post', { post }));
  const out = useDoor(() => leave('/me/sign-ins/own'));
  return (
    <DoorCard title={t('door.post')}>
      <p>{me.posts.length ? t('door.postHelp', { name: me.name }) : t('door.noPost', { name: me.name })}</p>
      <DoorError error={choice.error} id={problem} />
      <ul className="posts">
        {me.posts.map(({ id, title, unitName }) => (
          <li key={id}>
            <button type="button" className="card" disabled={choice.isPending} onClick={() => choice.mutate(id)}>
              <strong>{title}</strong>
              <span className="line small">{unitName}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="link" onClick={() => out.mutate(null)}>
          {t('door.out')}
        </button>
      </p>
    </DoorCard>
  );
}

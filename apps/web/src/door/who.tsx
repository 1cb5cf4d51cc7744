import { useState } from 'react';
import type { SessionView } from '../api/contracts';
import { send } from '../api/client';
import { t } from '../messages/t';
import { MyPassword } from './my-password';
import { MySignIns } from './my-sign-ins';
import { leave, useDoor } from './use-session';

/** Who is signed in and for which post; another post, the own sign-ins, the way out. */
export function Who({ me, least }: { me: NonNullable<SessionView['me']>; least: number }) {
  const [open, show] = useState(false);
  const choice = useDoor((post: string) => send<SessionView>('PUT', '/me/post', { post }));
  const out = useDoor(() => leave('/me/sign-ins/own'));
  return (
    <div className="eyes">
      <p className="small who">
        <span>{me.name}</span>
        {me.posts.length > 1 ? (
          <label>
            {t('door.acting')}{' '}
            <select value={me.post ?? ''} onChange={({ target }) => choice.mutate(target.value)}>
              {me.posts.map(({ id, title, unitName }) => (
                <option key={id} value={id}>{`${title} – ${unitName}`}</option>
              ))}
            </select>
          </label>
        ) : (
          <span>{me.posts.map(({ title, unitName }) => `${title} – ${unitName}`).join()}</span>
        )}
        <button type="button" className="no-print" aria-expanded={open} onClick={() => show(!open)}>
          {t('door.account')}
        </button>
        <button type="button" className="no-print" disabled={out.isPending} onClick={() => out.mutate(null)}>
          {t('door.out')}
        </button>
      </p>
      {open && (
        <>
          <MySignIns />
          <MyPassword least={least} />
        </>
      )}
    </div>
  );
}

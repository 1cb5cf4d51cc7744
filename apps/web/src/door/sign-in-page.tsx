import { useId, useState, type FormEvent } from 'react';
import type { SessionView } from '../api/contracts';
import { send } from '../api/client';
import { t } from '../messages/t';
import { DoorCard, DoorError } from './door-card';
import { PasswordField } from './password-field';
import { ResetForm } from './reset-form';
import { useDoor } from './use-session';

/** @param back where everybody may look without signing in */
export function SignInPage({ back }: { back?: () => void }) {
  const [forgotten, forget] = useState(false);
  const field = useId();
  const problem = useId();
  const door = useDoor((typed: object) => send<SessionView>('POST', '/session', typed));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    door.mutate(Object.fromEntries(new FormData(event.currentTarget)));
  };
  if (forgotten) return <ResetForm back={() => forget(false)} />;
  return (
    <DoorCard title={t('door.in')}>
      <form onSubmit={submit}>
        <DoorError error={door.error} id={problem} />
        <div className="field">
          <label htmlFor={field}>{t('door.address')}</label>
          <input
            id={field}
            name="address"
            type="email"
            autoComplete="username"
            inputMode="email"
            autoCapitalize="off"
            spellCheck={false}
            aria-describedby={problem}
            required
          />
        </div>
        <PasswordField
          name="password"
          label={t('door.password')}
          autoComplete="current-password"
          describedBy={problem}
        />
        <button type="submit" className="primary" disabled={door.isPending}>
          {door.isPending ? t('door.wait') : t('door.in')}
        </button>
      </form>
      <p>
        <button type="button" className="link" onClick={() => forget(true)}>
          {t('door.forgotten')}
        </button>
      </p>
      {back && (
        <p>
          <button type="button" className="link" onClick={back}>
            {t('door.back')}
          </button>
        </p>
      )}
      <p className="help">{t('door.help')}</p>
    </DoorCard>
  );
}

import { useState } from 'react';
import type { SessionView } from '../api/contracts';
import { send } from '../api/client';
import { t } from '../messages/t';
import { AddressField } from './address-field';
import { DoorCard } from './door-card';
import { DoorForm } from './door-form';
import { PasswordField } from './password-field';
import { ResetForm } from './reset-form';
import { useDoor } from './use-session';

/** @param back where everybody may look without signing in */
export function SignInPage({ back }: { back?: () => void }) {
  const [forgotten, forget] = useState(false);
  const door = useDoor((typed: object) => send<SessionView>('POST', '/session', typed));
  if (forgotten) return <ResetForm back={() => forget(false)} />;
  return (
    <DoorCard title={t('door.in')}>
      <DoorForm door={door} label={t('door.in')} submit={(typed) => door.mutate(typed)}>
        {(problem) => (
          <>
            <AddressField describedBy={problem} />
            <PasswordField
              name="password"
              label={t('door.password')}
              autoComplete="current-password"
              describedBy={problem}
            />
          </>
        )}
      </DoorForm>
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

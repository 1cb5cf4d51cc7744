import type { SessionView } from '../api/contracts';
import { send } from '../api/client';
import { t } from '../messages/t';
import { DoorForm } from './door-form';
import { NewPasswordField, PasswordField } from './password-field';
import { useDoor } from './use-session';

/** Another password, with the present one. Whoever else is signed in with it is signed out. */
export function MyPassword({ least }: { least: number }) {
  const door = useDoor((typed: object) => send<SessionView>('PUT', '/me/password', typed));
  return (
    <section className="no-print" aria-labelledby="my-password">
      <h2 id="my-password">{t('password.change')}</h2>
      <DoorForm
        door={door}
        label={t('password.do')}
        submit={(typed, form) => door.mutate(typed, { onSuccess: () => form.reset() })}
      >
        {(problem) => (
          <>
            <PasswordField name="old" label={t('password.old')} autoComplete="current-password" describedBy={problem} />
            <NewPasswordField least={least} describedBy={problem} />
          </>
        )}
      </DoorForm>
      <p role="status">{door.isSuccess && t('password.done')}</p>
    </section>
  );
}

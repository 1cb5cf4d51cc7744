import { useId, type FormEvent } from 'react';
import type { SessionView } from '../api/contracts';
import { ApiProblem, send } from '../api/client';
import { t } from '../messages/t';
import { DoorCard, DoorError } from './door-card';
import { PasswordField } from './password-field';
import { useDoor } from './use-session';

interface Props {
  token: string;
  least: number;
  /** Goes on to the console. */
  done: () => void;
}

/** Behind the link of an invitation or a reset. Opening it does nothing: only the button uses the link up. */
export function NewPasswordPage({ token, least, done }: Props) {
  const problem = useId();
  const door = useDoor((password: string) => send<SessionView>('POST', '/account/password', { token, password }));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    if (typeof password === 'string') door.mutate(password, { onSuccess: done });
  };
  const over = door.error instanceof ApiProblem && door.error.code === 'link-wrong';
  return (
    <DoorCard title={t('door.new')}>
      <form onSubmit={submit}>
        <DoorError error={door.error} id={problem} />
        <PasswordField
          name="password"
          label={t('door.newPassword')}
          autoComplete="new-password"
          help={t('door.newHelp', { least })}
          describedBy={problem}
          least={least}
        />
        <button type="submit" className="primary" disabled={door.isPending || over}>
          {door.isPending ? t('door.wait') : t('door.set')}
        </button>
      </form>
      {over && (
        <p>
          <a href="/">{t('door.in')}</a>
        </p>
      )}
    </DoorCard>
  );
}

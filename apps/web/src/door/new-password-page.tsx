import type { SessionView } from '../api/contracts';
import { ApiProblem, send } from '../api/client';
import { t } from '../messages/t';
import { DoorCard } from './door-card';
import { DoorForm } from './door-form';
import { NewPasswordField } from './password-field';
import { useDoor } from './use-session';

interface Props {
  token: string;
  least: number;
  /** Goes on to the console. */
  done: () => void;
}

/** Behind the link of an invitation or a reset. Opening it does nothing: only the button uses the link up. */
export function NewPasswordPage({ token, least, done }: Props) {
  const door = useDoor((typed: object) => send<SessionView>('POST', '/account/password', { token, ...typed }));
  const over = door.error instanceof ApiProblem && door.error.code === 'link-wrong';
  return (
    <DoorCard title={t('door.new')}>
      <DoorForm
        door={door}
        label={t('door.set')}
        over={over}
        submit={(typed) => door.mutate(typed, { onSuccess: done })}
      >
        {(problem) => <NewPasswordField least={least} describedBy={problem} />}
      </DoorForm>
      {over && (
        <p>
          <a href="/">{t('door.in')}</a>
        </p>
      )}
    </DoorCard>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useId, type FormEvent } from 'react';
import { send } from '../api/client';
import { t } from '../messages/t';
import { DoorCard, DoorError } from './door-card';

/** Asks for a link by mail; says the same whether the address is known or not. */
export function ResetForm({ back }: { back: () => void }) {
  const field = useId();
  const problem = useId();
  const asked = useMutation({ mutationFn: (typed: object) => send('POST', '/account/reset', typed) });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    asked.mutate(Object.fromEntries(new FormData(event.currentTarget)));
  };
  return (
    <DoorCard title={t('door.reset')}>
      {asked.isSuccess ? (
        <p role="status">{t('door.sent')}</p>
      ) : (
        <form onSubmit={submit}>
          <DoorError error={asked.error} id={problem} />
          <div className="field">
            <label htmlFor={field}>{t('door.address')}</label>
            <input
              id={field}
              name="address"
              type="email"
              autoComplete="username"
              inputMode="email"
              aria-describedby={problem}
              required
            />
          </div>
          <button type="submit" className="primary" disabled={asked.isPending}>
            {t('door.send')}
          </button>
        </form>
      )}
      <p>
        <button type="button" className="link" onClick={back}>
          {t('door.in')}
        </button>
      </p>
    </DoorCard>
  );
}

import { useMutation } from '@tanstack/react-query';
import { send } from '../api/client';
import { t } from '../messages/t';
import { AddressField } from './address-field';
import { DoorCard } from './door-card';
import { DoorForm } from './door-form';

/** Asks for a link by mail; says the same whether the address is known or not. */
export function ResetForm({ back }: { back: () => void }) {
  const asked = useMutation({ mutationFn: (typed: object) => send('POST', '/account/reset', typed) });
  return (
    <DoorCard title={t('door.reset')}>
      {asked.isSuccess ? (
        <p role="status">{t('door.sent')}</p>
      ) : (
        <DoorForm door={asked} label={t('door.send')} submit={(typed) => asked.mutate(typed)}>
          {(problem) => <AddressField describedBy={problem} />}
        </DoorForm>
      )}
      <p>
        <button type="button" className="link" onClick={back}>
          {t('door.in')}
        </button>
      </p>
    </DoorCard>
  );
}

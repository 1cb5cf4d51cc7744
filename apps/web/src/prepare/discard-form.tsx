import { useState, type FormEvent } from 'react';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { TextInput } from './inputs';
import { useWish } from './use-wish';

/** Gives a preparation up, with a reason; it stays readable. */
export function DiscardForm({ id, close }: { id: string; close: () => void }) {
  const { send, isPending, error } = useWish(id);
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await send('discard', { reason })) close();
  };
  return (
    <form className="act" onSubmit={(event) => void submit(event)}>
      <TextInput label={t('prepare.discard.reason')} value={reason} set={setReason} long />
      <Refused error={error} />
      <p className="tools">
        <button type="submit" className="main" disabled={isPending}>
          {t('prepare.discard.do')}
        </button>
        <button type="button" onClick={close}>
          {t('prepare.cancel')}
        </button>
      </p>
    </form>
  );
}

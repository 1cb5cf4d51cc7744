import { useRef, useState, type FormEvent } from 'react';
import { newKey } from '../api/client';
import { t } from '../messages/t';
import { TextInput } from './inputs';
import { act, useCommand } from './use-preparation';

/** Gives a preparation up, with a reason; it stays readable. */
export function DiscardForm({ id, close }: { id: string; close: () => void }) {
  const key = useRef(newKey());
  const { run, isPending } = useCommand(id);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<Error | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { key: name, answered } = act(key);
    await run({ act: 'discard', body: { reason }, key: name }).then(
      () => {
        answered();
        close();
      },
      (refusal: Error) => {
        answered(refusal);
        setError(refusal);
      },
    );
  };
  return (
    <form className="act" onSubmit={(event) => void submit(event)}>
      <TextInput label={t('prepare.discard.reason')} value={reason} set={setReason} long />
      {error && (
        <p className="failed" role="alert">
          ✕ {error.message}
        </p>
      )}
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

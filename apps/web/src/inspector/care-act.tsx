import { useId, useRef, useState, type FormEvent } from 'react';
import { isRefused, newKey } from '../api/client';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { useCare } from './use-inspector';

interface Props {
  act: 'nudge' | 'suspend' | 'resume' | 'cancel' | 'wake' | 'restart' | 'retry' | 'release' | 'repair';
  path: string;
  /** What is sent beside the reason. */
  body?: object;
  /** Takes no reason: harmless at any time. */
  plain?: boolean;
  /** Said after the button for those who do not see what it stands beside. */
  about: string;
  done?: () => void;
}

/** One act with its reason, which goes into the journal. A second press before the answer is the same act. */
export function CareAct({ act, path, body = {}, plain = false, about, done }: Props) {
  const key = useRef(newKey());
  const field = useId();
  const [asking, ask] = useState(false);
  const [said, say] = useState(false);
  const { mutateAsync, isPending, error, reset } = useCare(path);
  const perform = (sent: object): void => {
    mutateAsync({ body: sent, key: key.current }).then(
      () => {
        key.current = newKey();
        ask(false);
        say(true);
        done?.();
      },
      (refusal: unknown) => {
        if (isRefused(refusal)) key.current = newKey();
      },
    );
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const reason = new FormData(event.currentTarget).get('reason');
    perform({ ...body, reason: typeof reason === 'string' ? reason.trim() : '' });
  };
  const name = t(`care.${act}`);
  return (
    <div className="care-act">
      {!asking && (
        <button
          type="button"
          disabled={isPending}
          onClick={() => {
            say(false);
            reset();
            if (plain) perform(body);
            else ask(true);
          }}
        >
          {name}
          <span className="hidden"> – {about}</span>
        </button>
      )}
      {asking && (
        <form onSubmit={submit}>
          <label htmlFor={field}>{t('care.reason')}</label>
          <textarea id={field} name="reason" required minLength={3} maxLength={2_000} rows={2} autoFocus />
          <p className="tools">
            <button type="submit" className="main" disabled={isPending}>
              {t('care.confirm', { act: name })}
            </button>
            <button type="button" onClick={() => ask(false)}>
              {t('care.leave')}
            </button>
          </p>
        </form>
      )}
      <Refused error={error} />
      <p className="done-note" role="status">
        {said && !error ? `✓ ${t(`care.${act}.done`)}` : ''}
      </p>
    </div>
  );
}

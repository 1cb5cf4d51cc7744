import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, type FormEvent } from 'react';
import { isRefused, newKey, write } from '../api/client';
import type { PreferenceView } from '../api/contracts';
import { t } from '../messages/t';
import { Refused } from '../parts/refused';
import { usePost } from '../sign-in/use-post';
import { hoursOf } from './hours';

/** Hour and frequency of the digest; only what may be chosen is offered. */
export function PreferenceForm({ chosen }: { chosen: PreferenceView }) {
  const { viewer, post } = usePost();
  const client = useQueryClient();
  const field = useId();
  const key = useRef(newKey());
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (body: object) =>
      write<PreferenceView>(viewer, '/me/preferences', { method: 'PUT', body, key: key.current }),
    onSuccess: (view) => {
      key.current = newKey();
      client.setQueryData(['preferences', post], { ...view, revision: chosen.revision }); // the form stays, with its word of thanks
    },
    onError: (refusal) => {
      if (isRefused(refusal)) key.current = newKey();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    mutate({ digestAt: said.get('hour'), frequency: said.get('frequency') });
  };
  const { earliest, latest, stepMinutes } = chosen;
  return (
    <form onSubmit={submit}>
      <p className="field">
        <label htmlFor={`${field}-hour`}>{t('preferences.hour')}</label>
        <select id={`${field}-hour`} name="hour" defaultValue={chosen.digestAt} aria-describedby={`${field}-help`}>
          {hoursOf(chosen).map((hour) => (
            <option key={hour}>{hour}</option>
          ))}
        </select>
        <span id={`${field}-help`} className="line small">
          {t('preferences.hour.help', { earliest, latest, step: stepMinutes })}
        </span>
      </p>
      <fieldset className="cell">
        <legend>{t('preferences.frequency')}</legend>
        {chosen.frequencies.map(({ id, text }) => (
          <label key={id} className="choice">
            <input type="radio" name="frequency" value={id} defaultChecked={id === chosen.frequency} /> {text}
          </label>
        ))}
      </fieldset>
      <Refused error={error} />
      {isSuccess && (
        <p className="done-note" role="status">
          ✓ {t('preferences.saved')}
        </p>
      )}
      <button type="submit" className="main" disabled={isPending}>
        {t('preferences.save')}
      </button>
    </form>
  );
}

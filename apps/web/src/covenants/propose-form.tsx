import { useId, useState, type FormEvent } from 'react';
import type { CovenantView } from '../api/contracts';
import { numberText, t } from '../messages/t';
import { FigureField, figureOf, typedText } from '../parts/figure-field';
import { Refused } from '../parts/refused';
import type { ActProps } from './act-props';
import { namesIn } from './names-in';
import { useWish } from './use-wish';

/** The text to sign and what each party pledges in it; begins from the text that stands, or from what was assigned. */
export function ProposeForm({ covenant, done }: ActProps) {
  const { id, version, signatories } = covenant;
  const field = useId();
  const names = namesIn(covenant);
  const [typed, type] = useState(() => begun(covenant));
  const { send, isPending, error } = useWish(id, done);
  const asked = signatories.flatMap(({ unit, asked: targets }) => targets.map((one) => ({ ...one, unit })));
  const wrong = asked.some(({ unit, target }) => 'fault' in figureOf(typed[`${unit}.${target}`] ?? ''));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get('text');
    const pledges = asked.map(({ unit, target }) => {
      const read = figureOf(typed[`${unit}.${target}`] ?? '');
      return { unit, target, value: 'value' in read ? read.value : null };
    });
    send('versions', { seen: version, text, pledges });
  };
  return (
    <form className="act wide" onSubmit={submit}>
      {version > 0 && <p className="note">{t('covenant.propose.help')}</p>}
      <p>
        <label htmlFor={field}>{t('covenant.text')}</label>
        <textarea
          id={field}
          name="text"
          required
          maxLength={20_000}
          rows={10}
          defaultValue={covenant.versions.at(-1)?.content.text}
        />
      </p>
      {signatories
        .filter((party) => party.asked.length > 0)
        .map(({ unit, unitName, asked: targets }) => (
          <fieldset key={unit} className="cell">
            <legend>{unitName}</legend>
            {targets.map(({ target, assigned }) => (
              <FigureField
                key={target}
                label={names.target(target)}
                measure={names.measure(target)}
                help={
                  assigned === null
                    ? t('registration.unassigned')
                    : t('registration.assigned', { value: numberText(assigned), measure: names.measure(target) })
                }
                value={typed[`${unit}.${target}`] ?? ''}
                change={(value) => type({ ...typed, [`${unit}.${target}`]: value })}
              />
            ))}
          </fieldset>
        ))}
      <Refused error={error} />
      <button type="submit" className="main" disabled={isPending || wrong}>
        {t('covenant.propose.do', { n: version + 1 })}
      </button>
    </form>
  );
}

/** By `unit.target`: what stands, else what was assigned. */
function begun({ versions, signatories }: CovenantView): Record<string, string> {
  const parties = versions.at(-1)?.content.parties ?? [];
  return Object.fromEntries(
    signatories.flatMap(({ unit, asked }) =>
      asked.map(({ target, assigned }) => {
        const stands = parties.find((one) => one.unit === unit)?.pledges.find((one) => one.target === target);
        return [`${unit}.${target}`, typedText(stands ? stands.value : assigned)];
      }),
    ),
  );
}

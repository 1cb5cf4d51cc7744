import { useId, type ReactNode } from 'react';
import { t } from '../messages/t';

interface Labelled {
  label: string;
  help?: string | undefined;
}

/** A label, its field, and a word of help, tied together. */
export function Labelled({ label, help, children }: Labelled & { children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <p className="ask">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {help && <span className="small line">{help}</span>}
    </p>
  );
}

interface Text extends Labelled {
  value: string;
  set: (value: string) => void;
  required?: boolean;
  long?: boolean;
}

export const TextInput = ({ value, set, required = true, long = false, ...rest }: Text) => (
  <Labelled {...rest}>
    {(id) =>
      long ? (
        <textarea id={id} rows={2} required={required} value={value} onChange={({ target }) => set(target.value)} />
      ) : (
        <input id={id} required={required} value={value} onChange={({ target }) => set(target.value)} />
      )
    }
  </Labelled>
);

/** Why it is answered so: kept with the campaign for ever. */
export const Ground = ({ value, set }: { value: string; set: (value: string) => void }) => (
  <TextInput label={t('prepare.ground')} value={value} set={set} long />
);

export const DayInput = ({ value, set, required = true, ...rest }: Text) => (
  <Labelled {...rest}>
    {(id) => (
      <input id={id} type="date" required={required} value={value} onChange={({ target }) => set(target.value)} />
    )}
  </Labelled>
);

interface Count extends Labelled {
  value: number | null;
  set: (value: number | null) => void;
  min?: number;
  step?: number | 'any';
  required?: boolean;
}

export const NumberInput = ({ value, set, min = 0, step = 1, required = true, ...rest }: Count) => (
  <Labelled {...rest}>
    {(id) => (
      <input
        id={id}
        type="number"
        className="number short"
        min={min}
        step={step}
        required={required}
        value={value ?? ''}
        onChange={({ target }) => set(target.value === '' ? null : Number(target.value))}
      />
    )}
  </Labelled>
);

interface Choice<V extends string> extends Labelled {
  value: V | '';
  set: (value: V) => void;
  options: readonly (readonly [V, string])[];
  /** The words of "nothing chosen"; without them something must be. */
  none?: string;
}

export const Select = <V extends string>({ value, set, options, none, ...rest }: Choice<V>) => (
  <Labelled {...rest}>
    {(id) => (
      <select id={id} required={none === undefined} value={value} onChange={({ target }) => set(target.value as V)}>
        {(value === '' || none !== undefined) && <option value="">{none ?? t('prepare.choose')}</option>}
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);

interface Boxes {
  label: string;
  options: readonly (readonly [string, string])[];
  value: readonly string[];
  set: (value: string[]) => void;
}

/** Several of a few. */
export const Boxes = ({ label, options, value, set }: Boxes) => (
  <fieldset className="boxes">
    <legend>{label}</legend>
    {options.map(([key, text]) => (
      <label key={key} className="check">
        <input
          type="checkbox"
          checked={value.includes(key)}
          onChange={({ target }) => set(target.checked ? [...value, key] : value.filter((one) => one !== key))}
        />{' '}
        {text}
      </label>
    ))}
  </fieldset>
);

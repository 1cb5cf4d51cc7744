import { useId } from 'react';
import { t } from '../messages/t';

interface Props {
  /** Of the criterion it is about. */
  name: string;
  value: string;
  change: (text: string) => void;
  required: boolean;
  disabled: boolean;
}

/** Why the verified points are not those that were claimed. */
export function ReasonField({ name, value, change, ...more }: Props) {
  const id = useId();
  return (
    <p className="why">
      <label htmlFor={id}>{t('score.reason', { name })}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={2_000}
        value={value}
        onChange={({ target }) => change(target.value)}
        {...more}
      />
    </p>
  );
}

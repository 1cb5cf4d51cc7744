import { useId } from 'react';
import { t } from '../messages/t';

/** The mail address by which one signs in. */
export function AddressField({ describedBy }: { describedBy: string }) {
  const field = useId();
  return (
    <div className="field">
      <label htmlFor={field}>{t('door.address')}</label>
      <input
        id={field}
        name="address"
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="off"
        spellCheck={false}
        aria-describedby={describedBy}
        required
      />
    </div>
  );
}

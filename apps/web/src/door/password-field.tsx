import { useId, useState } from 'react';
import { t } from '../messages/t';

interface Props {
  name: string;
  label: string;
  autoComplete: 'current-password' | 'new-password';
  help?: string;
  describedBy?: string;
  least?: number;
}

/** A password, which may be looked at: long ones are typed wrongly unseen. */
export function PasswordField({ name, label, autoComplete, help, describedBy = '', least }: Props) {
  const field = useId();
  const hint = useId();
  const [shown, show] = useState(false);
  return (
    <div className="field">
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        name={name}
        type={shown ? 'text' : 'password'}
        autoComplete={autoComplete}
        aria-describedby={help ? `${hint} ${describedBy}`.trim() : describedBy}
        minLength={least}
        maxLength={200}
        spellCheck={false}
        autoCapitalize="off"
        required
      />
      {help && (
        <p className="help" id={hint}>
          {help}
        </p>
      )}
      <label className="check">
        <input type="checkbox" checked={shown} onChange={() => show(!shown)} /> {t('door.show')}
      </label>
    </div>
  );
}

/** A password that is to be: how long it has to be is said before it is typed. */
export const NewPasswordField = ({ least, describedBy }: { least: number; describedBy: string }) => (
  <PasswordField
    name="password"
    label={t('door.newPassword')}
    autoComplete="new-password"
    help={t('door.newHelp', { least })}
    describedBy={describedBy}
    least={least}
  />
);

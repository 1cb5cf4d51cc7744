import { useState } from 'react';
import type { AccountView } from '../api/contracts';
import { t } from '../messages/t';
import { usePost } from '../sign-in/use-post';
import type { AccountAct, Wish } from './use-accounts';

interface Props {
  account: AccountView;
  busy: boolean;
  act: (wish: Wish) => void;
}

/** What ends somebody's sign-ins is asked twice; a letter is not. Nobody shuts out themselves. */
export function AccountActs({ account: { person, name, state }, busy, act }: Props) {
  const { session } = usePost();
  const [sure, ask] = useState<Exclude<AccountAct, 'invitation'> | null>(null);
  const does = (what: AccountAct): void => {
    ask(null);
    act({ act: what, person, name });
  };
  if (sure !== null)
    return (
      <div role="group" aria-label={name} className="sure">
        <p>{t(`account.sure.${sure}`, { name })}</p>
        <button type="button" autoFocus disabled={busy} onClick={() => does(sure)}>
          {t(sure === 'disabled' ? 'account.disable' : 'account.sign-out')}
        </button>{' '}
        <button type="button" onClick={() => ask(null)}>
          {t('account.leave')}
        </button>
      </div>
    );
  const say = (words: string) => `${words}: ${name}`;
  const invite = t(state === 'disabled' ? 'account.reopen' : 'account.invite-again');
  return (
    <p className="account-acts">
      {state !== 'active' && (
        <button type="button" disabled={busy} aria-label={say(invite)} onClick={() => does('invitation')}>
          {invite}
        </button>
      )}
      {state === 'active' && (
        <button type="button" aria-label={say(t('account.sign-out'))} onClick={() => ask('sign-out')}>
          {t('account.sign-out')}
        </button>
      )}
      {state !== 'disabled' && session.me?.person !== person && (
        <button type="button" aria-label={say(t('account.disable'))} onClick={() => ask('disabled')}>
          {t('account.disable')}
        </button>
      )}
    </p>
  );
}

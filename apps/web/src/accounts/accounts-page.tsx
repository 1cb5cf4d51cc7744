import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { ApiProblem } from '../api/client';
import type { AccountView } from '../api/contracts';
import { t } from '../messages/t';
import { bare } from '../parts/bare';
import { changed } from '../parts/search';
import { Failed, Loading } from '../parts/states';
import { AccountTable } from './account-table';
import { InvitePeople } from './invite-people';
import { useAccountAct, useAccounts } from './use-accounts';
import './accounts.css';

const STATES: AccountView['state'][] = ['invited', 'active', 'disabled'];

/** Tài khoản: who may sign in; administrators invite, disable and sign out. What is filtered stands in the address. */
export function AccountsPage() {
  const search = useSearch({ from: '/tai-khoan' });
  const go = useNavigate({ from: '/tai-khoan' });
  const { data, error, isPending, refetch } = useAccounts();
  const act = useAccountAct();
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (act.isSuccess || act.isError) said.current?.focus();
  }, [act.isSuccess, act.isError, act.submittedAt]);
  if (isPending) return <Loading />;
  if (error instanceof ApiProblem && error.status === 403)
    return <p className="note">{t('accounts.administrators-only')}</p>;
  if (error) return <Failed error={error} retry={refetch} />;
  const { state = '', find = '' } = search;
  const change = (next: { state?: string; find?: string }): void => void go({ search: changed(next), replace: true });
  const shown = data.items.filter(
    (one) => (state === '' || one.state === state) && bare(textOf(one)).includes(bare(find)),
  );
  return (
    <>
      <h1>{t('nav.accounts')}</h1>
      <div ref={said} tabIndex={-1} role="status" className="said">
        {act.isSuccess && <p>{act.data}</p>}
        {act.isError && (
          <p className="wrong">
            <span aria-hidden="true">✕ </span>
            {act.error.message}
          </p>
        )}
      </div>
      <p className="tools no-print">
        <label>
          {t('accounts.find')}{' '}
          <input type="search" value={find} onChange={({ target }) => change({ find: target.value })} />
        </label>{' '}
        <label>
          {t('accounts.state')}{' '}
          <select value={state} onChange={({ target }) => change({ state: target.value })}>
            <option value="">{t('accounts.all')}</option>
            {STATES.map((one) => (
              <option key={one} value={one}>
                {t(`account.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <section aria-label={t('nav.accounts')}>
        {data.items.length === 0 ? (
          <p className="note">{t('accounts.none')}</p>
        ) : shown.length === 0 ? (
          <p className="note">
            {t('accounts.no-match')}{' '}
            <button type="button" className="plain" onClick={() => change({ state: '', find: '' })}>
              {t('clear-filter')}
            </button>
          </p>
        ) : (
          <AccountTable accounts={shown} busy={act.isPending} act={(wish) => act.mutate(wish)} />
        )}
      </section>
      <InvitePeople busy={act.isPending} act={(wish) => act.mutate(wish)} />
    </>
  );
}

const textOf = ({ name, address, posts }: AccountView): string =>
  [name, address, ...posts.flatMap(({ title, unitName }) => [title, unitName])].join(' ');

import { useState } from 'react';
import { t } from '../messages/t';
import { Failed, Loading } from '../parts/states';
import { Posts } from './account-table';
import { useUninvited, type Wish } from './use-accounts';

/** Who holds a post today and has no account, to be invited by mail. */
export function InvitePeople({ busy, act }: { busy: boolean; act: (wish: Wish) => void }) {
  const [find, look] = useState('');
  const { data, error, isPending, refetch } = useUninvited(find);
  return (
    <section aria-labelledby="uninvited">
      <h2 id="uninvited">{t('uninvited.title')}</h2>
      <p className="help">{t('uninvited.help')}</p>
      <p className="tools">
        <label>
          {t('uninvited.find')}{' '}
          <input type="search" value={find} maxLength={100} onChange={({ target }) => look(target.value)} />
        </label>
      </p>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} retry={refetch} />
      ) : data.items.length === 0 ? (
        <p className="note">{find === '' ? t('uninvited.none') : t('uninvited.no-match', { find })}</p>
      ) : (
        <>
          <table className="cards">
            <thead>
              <tr>
                <th scope="col">{t('accounts.who')}</th>
                <th scope="col">{t('accounts.posts')}</th>
                <th scope="col">{t('accounts.acts')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ person, name, address, posts }) => (
                <tr key={person}>
                  <th scope="row">
                    {name}
                    <span className="line small">{address ?? t('uninvited.no-address')}</span>
                  </th>
                  <td data-label={t('accounts.posts')}>
                    <Posts posts={posts} />
                  </td>
                  <td>
                    <button
                      type="button"
                      disabled={busy || address === null}
                      aria-label={`${t('account.invite')}: ${name}`}
                      onClick={() => act({ act: 'invitation', person, name })}
                    >
                      {t('account.invite')}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {data.truncated && <p className="note">{t('uninvited.more')}</p>}
        </>
      )}
    </section>
  );
}

import type { AccountView, HeldPost } from '../api/contracts';
import { instantText, t } from '../messages/t';
import type { Code } from '../messages/vi';
import { Badge, type Tone } from '../parts/badge';
import { AccountActs } from './account-acts';
import type { Wish } from './use-accounts';

const TONES: Record<AccountView['state'], Tone> = { invited: 'soon', active: 'running', disabled: 'quiet' };

interface Props {
  accounts: AccountView[];
  busy: boolean;
  act: (wish: Wish) => void;
}

export function AccountTable({ accounts, busy, act }: Props) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('accounts.who')}</th>
          <th scope="col">{t('accounts.posts')}</th>
          <th scope="col">{t('accounts.state')}</th>
          <th scope="col">{t('accounts.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.person}>
            <th scope="row">
              {account.name}
              <span className="line small">{account.address}</span>
            </th>
            <td data-label={t('accounts.posts')}>
              <Posts posts={account.posts} />
            </td>
            <td data-label={t('accounts.state')}>
              <Badge tone={TONES[account.state]}>{t(`account.${account.state}`)}</Badge>
              <LastAct account={account} />
            </td>
            <td>
              <AccountActs account={account} busy={busy} act={act} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Posts({ posts }: { posts: HeldPost[] }) {
  if (posts.length === 0) return <span className="small">{t('accounts.no-post')}</span>;
  return posts.map(({ id, title, unitName }) => (
    <span key={id} className="line">
      {title} <span className="small">{unitName}</span>
    </span>
  ));
}

/** Who did what to it last; the acts before are told on the record of the account. */
function LastAct({ account: { acts, person } }: { account: AccountView }) {
  const last = acts.at(-1);
  if (!last) return null;
  return (
    <span className="line small">
      {t(`account.act.${last.act}` as Code)} {instantText(last.at)}
      {last.by !== person && ` · ${last.by}`}
    </span>
  );
}

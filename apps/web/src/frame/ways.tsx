import { Link } from '@tanstack/react-router';
import { useState, type KeyboardEvent } from 'react';
import type { WorkView } from '../api/contracts';
import { t } from '../messages/t';
import { usePost } from '../sign-in/use-post';

/** Where one can go: at the left of a desk; at the bottom of a phone, where there is room for few and the others open over them. */
export function Ways({ work }: { work: WorkView | undefined }) {
  const { post, administrator } = usePost();
  const [opened, open] = useState(false);
  const overdue = work?.items.filter(({ group }) => group === 'overdue').length ?? 0;
  const onKeyDown = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') open(false);
  };
  return (
    <nav className="ways no-print" aria-label={t('nav')} onKeyDown={onKeyDown}>
      {post !== null && (
        <>
          <Way to="/" label={t('nav.work')} sign="☑" count={overdue} tone="overdue" exact />
          <Way to="/tham-dinh" label={t('nav.review')} sign="⚖" count={work?.counts.toReview ?? 0} />
          <Way to="/thong-bao" label={t('nav.notices')} sign="✉" count={work?.counts.unread ?? 0} />
        </>
      )}
      <Way to="/phong-trao" label={t('nav.campaigns')} sign="⚑" count={0} />
      {administrator && <Way to="/van-hanh" label={t('nav.operations')} sign="⚙" count={0} />}
      {post !== null && (
        <>
          <div id="other-ways" className={opened ? 'others open' : 'others'} onClick={() => open(false)}>
            <Way to="/giao-uoc" label={t('nav.covenants')} sign="✍" count={0} />
            <Way to="/lich" label={t('nav.month')} sign="▦" count={0} />
            {administrator && <Way to="/tai-khoan" label={t('nav.accounts')} sign="☺" count={0} />}
          </div>
          <button
            type="button"
            className="way other"
            aria-expanded={opened}
            aria-controls="other-ways"
            onClick={() => open(!opened)}
          >
            <span aria-hidden="true" className="sign">
              ☰
            </span>
            {t('nav.others')}
          </button>
        </>
      )}
    </nav>
  );
}

interface WayProps {
  to: '/' | '/tham-dinh' | '/giao-uoc' | '/lich' | '/thong-bao' | '/phong-trao' | '/tai-khoan' | '/van-hanh';
  label: string;
  sign: string;
  count: number;
  tone?: string;
  exact?: boolean;
}

function Way({ to, label, sign, count, tone = 'running', exact = false }: WayProps) {
  return (
    <Link to={to} className="way" activeOptions={{ exact }} activeProps={{ 'aria-current': 'page' }}>
      <span aria-hidden="true" className="sign">
        {sign}
      </span>
      <span>{label}</span>
      {count > 0 && <span className={`count ${tone}`}>{count >= 1_000 ? '1000+' : count}</span>}
    </Link>
  );
}

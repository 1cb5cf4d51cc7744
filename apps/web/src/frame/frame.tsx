import { Link, Outlet } from '@tanstack/react-router';
import { useWork } from '../api/use-work';
import { Live } from '../live/live';
import { dayText, instantText, language, speak, t } from '../messages/t';
import { Identity } from './identity';
import { usePost } from '../sign-in/use-post';

/** What stands around every screen: name, who one is, where one can go. On a phone the ways stand at the bottom. */
export function Frame() {
  const { post, administrator } = usePost();
  const { data: work } = useWork();
  const overdue = work?.items.filter(({ group }) => group === 'overdue').length ?? 0;
  return (
    <>
      <Live />
      <a className="skip no-print" href="#main">
        {t('skip')}
      </a>
      <header>
        <p className="names">
          <Link to="/" className="title">
            {t('title')}
          </Link>{' '}
          <span className="small">{t('subtitle')}</span>
        </p>
        {work && (
          <p className="small" title={instantText(work.now)}>
            {t('today', { day: dayText(work.now) })}
          </p>
        )}
        <p className="tools no-print">
          <button
            type="button"
            className="plain"
            lang={language === 'vi' ? 'en' : 'vi'}
            onClick={() => speak(language === 'vi' ? 'en' : 'vi')}
          >
            {language === 'vi' ? 'English' : 'Tiếng Việt'}
          </button>
        </p>
        <Identity work={work ?? null} />
      </header>
      <div className="body">
        <nav className="ways no-print" aria-label={t('nav')}>
          {post !== null && (
            <>
              <Way to="/" label={t('nav.work')} sign="☑" count={overdue} tone="overdue" exact />
              <Way to="/tham-dinh" label={t('nav.review')} sign="⚖" count={work?.counts.toReview ?? 0} />
              <Way to="/thong-bao" label={t('nav.notices')} sign="✉" count={work?.counts.unread ?? 0} />
            </>
          )}
          <Way to="/phong-trao" label={t('nav.campaigns')} sign="⚑" count={0} />
          {administrator && <Way to="/tai-khoan" label={t('nav.accounts')} sign="☺" count={0} />}
        </nav>
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </>
  );
}

interface WayProps {
  to: '/' | '/tham-dinh' | '/thong-bao' | '/phong-trao' | '/tai-khoan';
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

import { Link, Outlet } from '@tanstack/react-router';
import { useWork } from '../api/use-work';
import { Live } from '../live/live';
import { dayText, instantText, language, speak, t } from '../messages/t';
import { Identity } from './identity';
import { Ways } from './ways';

/** What stands around every screen: name, who one is, where one can go. */
export function Frame() {
  const { data: work } = useWork();
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
        <Ways work={work} />
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </>
  );
}

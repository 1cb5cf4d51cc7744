import { useState, type ReactNode } from 'react';
import type { OverviewView } from './api/contracts';
import { Who } from './door/who';
import { instantText, t } from './messages/t';
import { SignInBox } from './sign-in/sign-in-box';
import { usePost } from './sign-in/use-post';

/** What stands around every view: name, hour of the figures, whose eyes one looks through. */
export function Frame({ overview, children }: { overview: OverviewView | null; children: ReactNode }) {
  return (
    <>
      <a className="skip no-print" href="#main">
        {t('skip')}
      </a>
      <header>
        <div className="names">
          <h1>{t('title')}</h1>
          <p>{t('subtitle')}</p>
        </div>
        {overview && <p className="small">{t('asOf', { at: instantText(overview.now) })}</p>}
        <p className="tools no-print">
          <button type="button" onClick={() => window.print()}>
            {t('print')}
          </button>{' '}
          <a href="/docs">{t('docs')}</a>
        </p>
        <Eyes overview={overview} />
      </header>
      <main id="main">{children}</main>
    </>
  );
}

function Eyes({ overview }: { overview: OverviewView | null }) {
  const { post, choose, session } = usePost();
  const [asking, ask] = useState(false);
  const bodies = overview?.campaigns.flatMap(({ standingBody, launchingUnit }) => [
    `${standingBody}:focal`,
    `${launchingUnit}:head`,
  ]);
  if (session.me) return <Who me={session.me} />;
  if (!overview && post === null) return null;
  return (
    <div className="eyes">
      <p className="small">
        {post === null ? t('sign.open') : t('sign.as', { post })}{' '}
        <button type="button" className="no-print" aria-expanded={asking} onClick={() => ask(!asking)}>
          {t('sign.change')}
        </button>{' '}
        {post !== null && (
          <button type="button" className="no-print" onClick={() => choose(null)}>
            {t('sign.out')}
          </button>
        )}{' '}
        {session.accounts && (
          <a className="no-print" href="/dang-nhap">
            {t('door.in')}
          </a>
        )}
      </p>
      {asking && <SignInBox suggestions={[...new Set(bodies)]} />}
    </div>
  );
}

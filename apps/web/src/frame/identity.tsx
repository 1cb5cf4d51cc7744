import { useState } from 'react';
import type { WorkView } from '../api/contracts';
import { Who } from '../door/who';
import { t } from '../messages/t';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';

/** Through whose eyes one looks, and the way to another post. */
export function Identity({ work }: { work: WorkView | null }) {
  const { post, choose, session } = usePost();
  const [asking, ask] = useState(false);
  if (session.me) return <Who me={session.me} least={session.leastPassword} />;
  return (
    <div className="eyes">
      <p className="small">
        {post === null ? (
          t('sign.open')
        ) : (
          <>
            <strong>{work?.postTitle ?? post}</strong>
            {work && !work.postTitle.includes(work.unitName) && ` · ${work.unitName}`}
          </>
        )}{' '}
        <button type="button" className="plain no-print" aria-expanded={asking} onClick={() => ask(!asking)}>
          {t('sign.change')}
        </button>{' '}
        {post !== null && (
          <button type="button" className="plain no-print" onClick={() => choose(null)}>
            {t('sign.out')}
          </button>
        )}{' '}
        {session.accounts && (
          <a className="no-print" href="/dang-nhap">
            {t('door.in')}
          </a>
        )}
      </p>
      {asking && <SignInBox />}
    </div>
  );
}

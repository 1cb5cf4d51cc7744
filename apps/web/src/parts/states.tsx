import { ApiProblem } from '../api/client';
import { t } from '../messages/t';
import { SignInBox } from '../sign-in/sign-in-box';

export const Loading = () => (
  <p className="note loading" role="status">
    {t('loading')}
  </p>
);

export const Empty = ({ children }: { children: string }) => <p className="note">{children}</p>;

/** What went wrong, in the server's words, and what to do about it: an unknown development post may be chosen anew. */
export function Failed({ error, retry }: { error: Error; retry: () => unknown }) {
  const asks = error instanceof ApiProblem && error.code === 'sign-in-unknown';
  return (
    <div className="failed" role="alert">
      <p>
        <span aria-hidden="true">✕ </span>
        {asks ? t('sign.needed') : t('failed', { detail: error.message })}
      </p>
      {asks ? (
        <>
          <p>{error.message}</p>
          <SignInBox />
        </>
      ) : (
        <button type="button" onClick={() => void retry()}>
          {t('retry')}
        </button>
      )}
    </div>
  );
}

export const NotFound = () => <p className="note">{t('not-found')}</p>;

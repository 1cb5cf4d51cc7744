import { useState, type ReactNode } from 'react';
import { t } from '../messages/t';
import { Failed, Loading } from '../parts/states';
import { PostProvider } from '../sign-in/use-post';
import { ChoosePostPage } from './choose-post-page';
import { DoorCard } from './door-card';
import { NewPasswordPage } from './new-password-page';
import { SignInPage } from './sign-in-page';
import { useSession } from './use-session';

const NEW_PASSWORD = '/mat-khau';
const SIGN_IN = '/dang-nhap';

/** Lets in who may look: the person signed in for a chosen post, and everybody where development accounts are on. */
export function Gate({ children }: { children: ReactNode }) {
  const { data: session, error, isPending, refetch } = useSession();
  const [path, go] = useState(location.pathname);
  const home = (): void => {
    history.replaceState(null, '', `/${location.search}`);
    go('/');
  };
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  const { me, accounts, development, leastPassword } = session;
  if (path === NEW_PASSWORD)
    return <NewPasswordPage token={location.hash.slice(1)} least={leastPassword} done={home} />;
  if (me && me.post === null) return <ChoosePostPage me={me} />;
  if (!me && accounts && path === SIGN_IN) return <SignInPage {...(development && { back: home })} />;
  if (!me && !development)
    return accounts ? <SignInPage /> : <DoorCard title={t('door.in')}>{t('door.shut')}</DoorCard>;
  return <PostProvider session={session}>{children}</PostProvider>;
}

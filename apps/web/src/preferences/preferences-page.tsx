import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../api/client';
import type { PreferenceView } from '../api/contracts';
import { instantText, t } from '../messages/t';
import { Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { PreferenceForm } from './preference-form';

/** When and how often I am written to; and what comes whatever was chosen. */
export function PreferencesPage() {
  const { viewer, post } = usePost();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['preferences', post],
    queryFn: ({ signal }) => read<PreferenceView>(viewer, '/me/preferences', signal),
    enabled: post !== null,
    refetchOnWindowFocus: false, // what is being chosen is not replaced
  });
  return (
    <>
      <p className="crumb no-print">
        <Link to="/thong-bao">{t('preferences.back')}</Link>
      </p>
      <h1>{t('preferences')}</h1>
      {post === null ? (
        <SignInBox />
      ) : isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} retry={refetch} />
      ) : (
        <>
          <section aria-label={t('preferences')}>
            <PreferenceForm key={data.revision} chosen={data} />
            <p className="small">
              {data.at === null ? t('preferences.never') : t('preferences.since', { at: instantText(data.at) })}
            </p>
          </section>
          <section aria-labelledby="floor">
            <h2 id="floor">{t('preferences.floor')}</h2>
            <p>{data.floor}</p>
          </section>
          <section aria-labelledby="budget">
            <h2 id="budget">{t('preferences.budget')}</h2>
            <p>{t('preferences.budget.text', { ...data.budget })}</p>
          </section>
        </>
      )}
    </>
  );
}

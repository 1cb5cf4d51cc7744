import { Link } from '@tanstack/react-router';
import { useOverview } from '../api/use-console';
import { t } from '../messages/t';
import { Empty, Failed, Loading } from '../parts/states';
import { usePost } from '../sign-in/use-post';
import { CampaignList } from './campaign-list';

/** Every campaign that the post may see. */
export function CampaignsPage() {
  const { post } = usePost();
  const { data, error, isPending, refetch } = useOverview();
  return (
    <>
      <h1>{t('campaigns')}</h1>
      {post !== null && (
        <p className="tools no-print">
          <Link to="/chuan-bi" className="button">
            {t('prepare')}
          </Link>
        </p>
      )}
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} retry={refetch} />
      ) : data.campaigns.length === 0 ? (
        <Empty>{t('empty.campaigns')}</Empty>
      ) : (
        <CampaignList campaigns={data.campaigns} />
      )}
    </>
  );
}

import { useOverview } from '../api/use-console';
import { t } from '../messages/t';
import { Empty, Failed, Loading } from '../parts/states';
import { CampaignList } from './campaign-list';

/** Every campaign that the post may see. */
export function CampaignsPage() {
  const { data, error, isPending, refetch } = useOverview();
  return (
    <>
      <h1>{t('campaigns')}</h1>
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

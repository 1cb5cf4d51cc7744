import { Link, useParams } from '@tanstack/react-router';
import { useOverview } from '../api/use-console';
import { LateList } from '../late/late-list';
import { dayText, t } from '../messages/t';
import { mayInspect } from '../inspector/may-inspect';
import { Badge } from '../parts/badge';
import { Empty, Failed, Loading } from '../parts/states';
import { usePost } from '../sign-in/use-post';
import { Timeline } from '../timeline/timeline';
import { Stages } from './stages';
import { TONE_OF_CAMPAIGN } from './tones';

/** One campaign: who is late, its stages, and one timeline with what is still to come. */
export function CampaignPage() {
  const { campaign: id } = useParams({ from: '/phong-trao/$campaign' });
  const { post } = usePost();
  const { data, error, isPending, refetch } = useOverview();
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  const campaign = data.campaigns.find((one) => one.id === id);
  if (!campaign) return <Empty>{t('empty.campaign')}</Empty>;
  const leads = mayInspect(post, campaign);
  return (
    <>
      <p className="crumb no-print">
        <Link to="/phong-trao">{t('campaigns')}</Link>
      </p>
      <h1>{campaign.name}</h1>
      <p className="small">
        <Badge tone={TONE_OF_CAMPAIGN[campaign.state] ?? 'quiet'}>{campaign.stateText}</Badge>
        {t('from', { start: dayText(campaign.start), end: dayText(campaign.end) })}
      </p>
      <p className="tools no-print">
        <Link to="/phong-trao/$campaign/theo-doi" params={{ campaign: id }} className="button">
          {t('matrix.open')}
        </Link>{' '}
        {leads && (
          <Link to="/phong-trao/$campaign/lich-su" params={{ campaign: id }} className="button">
            {t('inspect')}
          </Link>
        )}{' '}
        <Link to="/phong-trao/$campaign/dang-ky" params={{ campaign: id }} className="button">
          {t('pledges.open')}
        </Link>{' '}
        {leads && (
          <Link to="/phong-trao/$campaign/lanh-dao" params={{ campaign: id }} className="button">
            {t('leader.open')}
          </Link>
        )}{' '}
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
      </p>
      <section aria-labelledby="late">
        <h2 id="late">{t('late')}</h2>
        <LateList campaign={id} />
      </section>
      <section aria-labelledby="stages">
        <h2 id="stages">{t('stages')}</h2>
        <Stages campaign={id} steps={campaign.steps} now={data.now} leads={leads} />
      </section>
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t('timeline')}</h2>
        <Timeline campaign={id} obligation={null} />
      </section>
    </>
  );
}

import { useState } from 'react';
import type { CampaignView, OverviewView } from './api/contracts';
import { useOverview } from './api/use-console';
import { CampaignList } from './campaigns/campaign-list';
import { Stages } from './campaigns/stages';
import { Frame } from './frame';
import { LateList } from './late/late-list';
import { t } from './messages/t';
import { Empty, Failed, Loading } from './parts/states';
import { linkedWork } from './linked-work';
import { Timeline } from './timeline/timeline';

/** The console: campaigns, and of the chosen one its stages, who is late, and one timeline. */
export function Page() {
  const { data, error, isPending, refetch } = useOverview();
  return (
    <Frame overview={data ?? null}>
      {isPending ? <Loading /> : error ? <Failed error={error} retry={refetch} /> : <Body overview={data} />}
    </Frame>
  );
}

/** Read once: it is where this page was opened. */
const linked = linkedWork(location.pathname);

function Body({ overview: { campaigns } }: { overview: OverviewView }) {
  const [wanted, choose] = useState<string | null>(linked?.campaign ?? null);
  const chosen = campaigns.find(({ id }) => id === wanted) ?? campaigns[0];
  if (!chosen) return <Empty>{t('empty.campaigns')}</Empty>;
  return (
    <>
      <section aria-labelledby="campaigns">
        <h2 id="campaigns">{t('campaigns')}</h2>
        <CampaignList campaigns={campaigns} chosen={chosen.id} choose={choose} />
      </section>
      <Chosen key={chosen.id} campaign={chosen} />
    </>
  );
}

function Chosen({ campaign }: { campaign: CampaignView }) {
  const [about, setAbout] = useState<{ obligation: string; title: string } | null>(
    linked?.campaign === campaign.id ? linked : null,
  );
  const show = (obligation: string, title: string): void => {
    setAbout({ obligation, title });
    document.getElementById('timeline')?.focus();
  };
  return (
    <>
      <section aria-labelledby="late">
        <h2 id="late">{t('late')}</h2>
        <LateList campaign={campaign.id} open={show} />
      </section>
      <section aria-labelledby="stages">
        <h2 id="stages">{t('stages')}</h2>
        <Stages steps={campaign.steps} />
      </section>
      <section aria-labelledby="timeline">
        <h2 id="timeline" tabIndex={-1}>
          {t('timelineOf', { title: about?.title ?? campaign.name })}
        </h2>
        {about && (
          <button type="button" className="no-print" onClick={() => setAbout(null)}>
            {t('allOf')}
          </button>
        )}
        <Timeline campaign={campaign.id} obligation={about?.obligation ?? null} />
      </section>
    </>
  );
}

import type { HistoryView } from '../api/contracts';
import { t } from '../messages/t';
import { CareAct } from './care-act';

/** What the post may do with the campaign as it stands; the server says which. */
export function CampaignActs({ campaign: { id, name }, acts }: Pick<HistoryView, 'campaign' | 'acts'>) {
  if (acts.length === 0) return null;
  return (
    <section aria-labelledby="care" className="no-print">
      <h2 id="care">{t('care.acts')}</h2>
      <div className="care-acts">
        {acts.map((act) => (
          <CareAct
            key={act}
            act={act}
            plain={act === 'nudge'}
            path={`/campaigns/${encodeURIComponent(id)}/${act}`}
            about={name}
          />
        ))}
      </div>
    </section>
  );
}

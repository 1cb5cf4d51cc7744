import type { HistoryView } from '../api/contracts';
import { t } from '../messages/t';
import { usePost } from '../sign-in/use-post';
import { CareAct } from './care-act';
import { isAdministrator } from './may-inspect';

/** What the post may do with the campaign as it stands; the server says which. */
export function CampaignActs({ campaign: { id, name }, acts }: Pick<HistoryView, 'campaign' | 'acts'>) {
  const { post } = usePost();
  if (acts.length === 0) return null;
  const path = `/campaigns/${encodeURIComponent(id)}`;
  // an administrator’s call goes into the journal with its reason; a leading body’s is harmless and needs none
  const journaled = isAdministrator(post);
  return (
    <section aria-labelledby="care" className="no-print">
      <h2 id="care">{t('care.acts')}</h2>
      <div className="care-acts">
        {acts.map((act) =>
          act === 'nudge' && journaled ? (
            <CareAct
              key={act}
              act="wake"
              path={`/workflows/${encodeURIComponent(`campaign.${id}`)}/wake`}
              about={name}
            />
          ) : (
            <CareAct key={act} act={act} plain={act === 'nudge'} path={`${path}/${act}`} about={name} />
          ),
        )}
      </div>
    </section>
  );
}

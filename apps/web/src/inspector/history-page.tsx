import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ApiProblem } from '../api/client';
import { itemsOf } from '../api/use-pages';
import { t } from '../messages/t';
import { Badge } from '../parts/badge';
import { More } from '../parts/more';
import { changed } from '../parts/search';
import { Empty, Failed, Loading } from '../parts/states';
import { usePost } from '../sign-in/use-post';
import { Ahead } from './ahead';
import { CampaignActs } from './campaign-acts';
import { DayWhy } from './day-why';
import { HistoryFilters } from './history-filters';
import { HistoryLine } from './history-line';
import { isAdministrator } from './may-inspect';
import type { HistorySearch } from './search';
import { useHistory } from './use-inspector';
import { Workflows } from './workflows';
import './inspector.css';

/** Lịch sử: one line of time of a campaign, or of one unit, round or duty of it, with what is to come in grey. */
export function HistoryPage() {
  const { campaign } = useParams({ from: '/phong-trao/$campaign/lich-su' });
  const search = useSearch({ from: '/phong-trao/$campaign/lich-su' });
  const go = useNavigate({ from: '/phong-trao/$campaign/lich-su' });
  const { post } = usePost();
  const list = useHistory(campaign, search);
  const { data, error, isPending, refetch } = list;
  if (post === null) return <Empty>{t('sign.needed')}</Empty>;
  if (isPending) return <Loading />;
  if (error instanceof ApiProblem && error.status === 403) return <Empty>{t('inspect.not-allowed')}</Empty>;
  if (error) return <Failed error={error} retry={refetch} />;
  const [first] = data.pages;
  const items = itemsOf(data);
  const change = (next: HistorySearch): void => void go({ search: changed(next), replace: true });
  const clear = (): void =>
    change({ kind: undefined, unit: undefined, round: undefined, obligation: undefined, day: undefined });
  const technical = search.view === 'ky-thuat' && isAdministrator(post);
  const filtered = [search.kind, search.unit, search.round, search.obligation, search.day].some(Boolean);
  return (
    <>
      <p className="crumb no-print">
        <Link to="/phong-trao/$campaign" params={{ campaign }}>
          {t('campaign.back')}
        </Link>
      </p>
      <h1>{t('inspect.of', { name: first!.campaign.name })}</h1>
      <p>
        <Badge tone="running">{first!.campaign.stateText}</Badge>
        {first!.campaign.suspended && <Badge tone="soon">{t('suspended')}</Badge>}
      </p>
      {isAdministrator(post) && <Views campaign={campaign} search={search} />}
      {technical ? (
        <section aria-labelledby="technical">
          <h2 id="technical">{t('inspect.technical')}</h2>
          <Workflows search={{ campaign, unit: search.unit }} />
        </section>
      ) : (
        <>
          <HistoryFilters campaign={campaign} search={search} change={change} />
          {filtered && (
            <p role="status">
              {first!.about && <strong>{t('inspect.only', { about: first!.about })} </strong>}
              <button type="button" className="plain no-print" onClick={clear}>
                {t('inspect.clear')}
              </button>
            </p>
          )}
          <DayWhy campaign={campaign} search={search} />
          <Ahead campaign={campaign} search={search} change={change} />
          <section aria-labelledby="past">
            <h2 id="past">{t('past')}</h2>
            {items.length === 0 ? (
              <Empty>{t(filtered ? 'inspect.empty.filter' : 'inspect.empty')}</Empty>
            ) : (
              <ol className="timeline">
                {items.map((line) => (
                  <HistoryLine key={line.id} line={line} narrow={change} />
                ))}
              </ol>
            )}
            <More list={list} />
          </section>
          <CampaignActs campaign={first!.campaign} acts={first!.acts} />
        </>
      )}
    </>
  );
}

/** The switch between what happened and the machinery behind it; the router marks which one is shown. */
function Views({ campaign, search }: { campaign: string; search: HistorySearch }) {
  const exactly = { exact: true, includeSearch: true };
  return (
    <nav className="views no-print" aria-label={t('inspect.view')}>
      {([undefined, 'ky-thuat'] as const).map((view) => (
        <Link
          key={view ?? ''}
          to="/phong-trao/$campaign/lich-su"
          params={{ campaign }}
          search={{ ...search, view }}
          activeOptions={exactly}
        >
          {t(view ? 'inspect.technical' : 'inspect.business')}
        </Link>
      ))}
    </nav>
  );
}

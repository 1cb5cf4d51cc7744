import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { WorkflowState } from '../api/contracts';
import { useOverview } from '../api/use-console';
import { t } from '../messages/t';
import { changed } from '../parts/search';
import { Empty } from '../parts/states';
import { usePost } from '../sign-in/use-post';
import { Findings } from './findings';
import { isAdministrator } from './may-inspect';
import type { OperationsSearch } from './search';
import { UnitField } from './unit-field';
import { Workflows } from './workflows';
import './inspector.css';

const STATES: readonly WorkflowState[] = ['stuck', 'failing', 'awake', 'asleep', 'finished'];

/** Vận hành: what stands still and why, first; then everything else, and the way to each campaign's history. */
export function OperationsPage() {
  const search = useSearch({ from: '/van-hanh' });
  const go = useNavigate({ from: '/van-hanh' });
  const { post } = usePost();
  const { data } = useOverview();
  if (!isAdministrator(post)) return <Empty>{t('inspect.not-allowed')}</Empty>;
  const campaigns = data?.campaigns ?? [];
  const state = search.state ?? 'stuck';
  const change = (next: OperationsSearch): void => void go({ search: changed(next), replace: true });
  return (
    <>
      <h1>{t('operations')}</h1>
      <p className="lead">{t('operations.lead')}</p>
      <section aria-labelledby="search">
        <h2 id="search">{t('operations.search')}</h2>
        <form
          className="tools filters no-print"
          role="search"
          aria-label={t('inspect.filter')}
          onSubmit={(event) => event.preventDefault()}
        >
          <label>
            {t('operations.state')}{' '}
            <select value={state} onChange={({ target }) => change({ state: target.value })}>
              <option value="all">{t('operations.state.all')}</option>
              {STATES.map((one) => (
                <option key={one} value={one}>
                  {t(`operations.state.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('operations.campaign')}{' '}
            <select
              value={search.campaign ?? ''}
              onChange={({ target }) => change({ campaign: target.value, unit: undefined })}
            >
              <option value="">{t('operations.campaign.all')}</option>
              {campaigns.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <UnitField campaign={search.campaign || undefined} unit={search.unit} change={(unit) => change({ unit })} />
        </form>
        <Workflows search={{ ...search, state: state === 'all' ? undefined : state }} />
      </section>
      <section aria-labelledby="histories">
        <h2 id="histories">{t('operations.histories')}</h2>
        <ul className="rows">
          {campaigns.map(({ id, name }) => (
            <li key={id}>
              <Link to="/phong-trao/$campaign/lich-su" params={{ campaign: id }} className="row">
                <strong>{name}</strong>
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <Findings />
    </>
  );
}

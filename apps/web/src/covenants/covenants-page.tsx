import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCovenants } from '../api/use-covenants';
import { useOverview } from '../api/use-console';
import type { CovenantListView } from '../api/contracts';
import { dueText, t } from '../messages/t';
import { Badge } from '../parts/badge';
import { leftText } from '../parts/due-line';
import { ExcelButton } from '../parts/excel-button';
import { Empty, Failed, Loading } from '../parts/states';
import { SignInBox } from '../sign-in/sign-in-box';
import { usePost } from '../sign-in/use-post';
import { TONE_OF_COVENANT } from './tones';
import './covenants.css';

type Listed = CovenantListView['items'][number];

/** Giao ước thi đua: what waits for my unit's signature first, then the others it takes part in or collects. */
export function CovenantsPage() {
  const { post } = usePost();
  const { campaign } = useSearch({ from: '/giao-uoc' });
  const go = useNavigate({ from: '/giao-uoc' });
  const { data: overview } = useOverview();
  const { data, error, isPending, refetch } = useCovenants(campaign);
  if (post === null) return <SignInBox />;
  const query = campaign === undefined ? '' : `?campaign=${encodeURIComponent(campaign)}`;
  return (
    <>
      <h1>{t('covenants')}</h1>
      <p className="tools no-print">
        <label>
          {t('covenants.campaign')}{' '}
          <select
            value={campaign ?? ''}
            onChange={({ target }) => void go({ search: target.value === '' ? {} : { campaign: target.value } })}
          >
            <option value="">{t('covenants.every')}</option>
            {overview?.campaigns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <ExcelButton path={`/exports/covenants.xlsx${query}`} name="giao-uoc" />
      </p>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} retry={refetch} />
      ) : data.items.length === 0 && campaign !== undefined ? (
        <p className="note">
          {t('empty.filter.covenants')}{' '}
          <button type="button" className="plain" onClick={() => void go({ search: {} })}>
            {t('clear-filter')}
          </button>
        </p>
      ) : data.items.length === 0 ? (
        <Empty>{t('empty.covenants')}</Empty>
      ) : (
        <Covenants items={data.items} />
      )}
    </>
  );
}

function Covenants({ items }: { items: Listed[] }) {
  const waiting = items.filter(({ mine }) => mine?.waits);
  const others = items.filter(({ mine }) => !mine?.waits);
  return (
    <>
      <section aria-labelledby="waiting">
        <h2 id="waiting">
          {t('covenants.waiting')} <span className="small">({waiting.length})</span>
        </h2>
        {waiting.length === 0 ? <Empty>{t('empty.covenants.none-waits')}</Empty> : <Rows items={waiting} />}
      </section>
      {others.length > 0 && (
        <section aria-labelledby="others">
          <h2 id="others">
            {t('covenants.others')} <span className="small">({others.length})</span>
          </h2>
          <Rows items={others} />
        </section>
      )}
    </>
  );
}

const Rows = ({ items }: { items: Listed[] }) => (
  <ul className="rows">
    {items.map(({ id, title, campaignName, state, stateText, signed, parties, mine, version }) => (
      <li key={id}>
        <Link to="/giao-uoc/$covenant" params={{ covenant: id }} className="row">
          <span className="what">
            <strong>{title}</strong>
            <span className="line small">{campaignName}</span>
          </span>
          <span className="when">
            <Badge tone={mine?.waits ? 'soon' : TONE_OF_COVENANT[state]}>{stateText}</Badge>
            {version > 0 && <span className="line small">{t('covenants.signed', { signed, parties })}</span>}
            {mine?.signed && <span className="line small">✓ {t('covenants.mine.signed')}</span>}
            {mine?.waits && (
              <>
                <span className="line">{t('due.at', { due: dueText(mine.dueAt) })}</span>
                <span className="line small">{leftText(mine.workingDaysLeft)}</span>
              </>
            )}
          </span>
        </Link>
      </li>
    ))}
  </ul>
);

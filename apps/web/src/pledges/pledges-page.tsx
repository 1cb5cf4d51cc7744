import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { PledgesView } from '../api/contracts';
import { itemsOf, usePages } from '../api/use-pages';
import { numberText, t } from '../messages/t';
import { bare } from '../parts/bare';
import { More } from '../parts/more';
import { changed } from '../parts/search';
import { Empty, Failed, Loading } from '../parts/states';
import { usePost } from '../sign-in/use-post';
import { PledgeTable } from './pledge-table';

const UNITS = 50;

/** Giao, đăng ký, thực hiện: each target of each unit, and the targets that nobody took up. */
export function PledgesPage() {
  const { campaign } = useParams({ from: '/phong-trao/$campaign/dang-ky' });
  const { find = '' } = useSearch({ from: '/phong-trao/$campaign/dang-ky' });
  const go = useNavigate({ from: '/phong-trao/$campaign/dang-ky' });
  const { viewer, post } = usePost();
  const list = usePages<PledgesView>({
    queryKey: ['pledges', viewer, campaign],
    path: `/campaigns/${campaign}/pledges`,
    limit: UNITS,
    enabled: post !== null,
  });
  const { data, error, isPending, refetch } = list;
  const items = itemsOf(data);
  const wanted = bare(find.trim());
  const shown = items.filter(({ unitName, targetName }) => bare(`${unitName} ${targetName}`).includes(wanted));
  return (
    <>
      <p className="crumb no-print">
        <Link to="/phong-trao/$campaign" params={{ campaign }}>
          {t('campaign.back')}
        </Link>
      </p>
      <h1>{t('pledges')}</h1>
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} retry={refetch} />
      ) : (
        <>
          <Untaken view={data.pages[0]!} />
          <p className="tools no-print">
            <label>
              {t('matrix.find')}{' '}
              <input
                type="search"
                value={find}
                onChange={({ target }) => void go({ search: changed({ find: target.value }), replace: true })}
              />
            </label>
            <button type="button" onClick={() => window.print()}>
              {t('print')}
            </button>
          </p>
          {items.length === 0 ? (
            <Empty>{t('empty.pledges')}</Empty>
          ) : shown.length === 0 ? (
            <p className="note">
              {t('empty.filter')}{' '}
              <button type="button" className="plain" onClick={() => void go({ search: {} })}>
                {t('clear-filter')}
              </button>
            </p>
          ) : (
            <PledgeTable items={shown} />
          )}
          <More list={list} />
        </>
      )}
    </>
  );
}

function Untaken({ view: { untaken, parent } }: { view: PledgesView }) {
  const above = parent?.untaken ?? [];
  return (
    <section aria-labelledby="untaken">
      <h2 id="untaken">{t('pledges.untaken')}</h2>
      {untaken.length === 0 ? <p className="note">✓ {t('pledges.all-taken')}</p> : <Targets targets={untaken} />}
      {above.length > 0 && (
        <>
          <h3>{t('pledges.untaken.parent')}</h3>
          <Targets targets={above} />
        </>
      )}
    </section>
  );
}

const Targets = ({ targets }: { targets: PledgesView['untaken'] }) => (
  <ul>
    {targets.map(({ target, name, goal }) => (
      <li key={target}>
        <span aria-hidden="true">▲ </span>
        {name}
        {goal !== null && <span className="small"> ({t('pledges.goal', { value: numberText(goal) })})</span>}
      </li>
    ))}
  </ul>
);

import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { MatrixView } from '../api/contracts';
import { withQuery } from '../api/use-pages';
import { numberText, t } from '../messages/t';
import { ExcelButton } from '../parts/excel-button';
import { changed } from '../parts/search';
import { Empty, Failed, Loading } from '../parts/states';
import { usePost } from '../sign-in/use-post';
import { Chosen } from './chosen';
import { matching } from './matching';
import { MARKS, type Mark } from './marks';
import { MatrixTable } from './matrix-table';
import { useMatrix } from './use-matrix';

/** Theo dõi nộp báo cáo: units × steps; what is filtered stands in the address. */
export function MatrixPage() {
  const { campaign } = useParams({ from: '/phong-trao/$campaign/theo-doi' });
  const search = useSearch({ from: '/phong-trao/$campaign/theo-doi' });
  const go = useNavigate({ from: '/phong-trao/$campaign/theo-doi' });
  const { post } = usePost();
  const { view: data, cut, part, error, refetch } = useMatrix(campaign);
  const [units, choose] = useState<string[]>([]);
  if (error) return <Failed error={error} retry={refetch} />;
  if (!data) return <Loading />;
  const rows = matching(data.rows, search);
  const change = (next: { mark?: string; find?: string }): void => void go({ search: changed(next), replace: true });
  return (
    <>
      <p className="crumb no-print">
        <Link to="/phong-trao/$campaign" params={{ campaign }}>
          {t('campaign.back')}
        </Link>
      </p>
      <h1>{t('matrix')}</h1>
      {(part || cut) && (
        <p className="note" role="status">
          {t(cut ? 'matrix.cut' : 'matrix.part', { n: numberText(data.rows.length) })}
        </p>
      )}
      <Totals data={data} />
      <p className="tools no-print">
        <label>
          {t('matrix.find')}{' '}
          <input type="search" value={search.find ?? ''} onChange={({ target }) => change({ find: target.value })} />
        </label>{' '}
        <label>
          {t('matrix.mark')}{' '}
          <select value={search.mark ?? ''} onChange={({ target }) => change({ mark: target.value })}>
            <option value="">{t('matrix.all')}</option>
            {(Object.keys(MARKS) as Mark[]).map((mark) => (
              <option key={mark} value={mark}>
                {t(`mark.${mark}`)}
              </option>
            ))}
          </select>
        </label>
        <ExcelButton path={withQuery(`/campaigns/${campaign}/matrix.xlsx`, search)} name={`${campaign}-theo-doi`} />
      </p>
      {data.rows.length === 0 ? (
        <Empty>{t('empty.matrix')}</Empty>
      ) : rows.length === 0 ? (
        <p className="note">
          {t('empty.filter')}{' '}
          <button type="button" className="plain" onClick={() => change({ mark: '', find: '' })}>
            {t('clear-filter')}
          </button>
        </p>
      ) : (
        <MatrixTable columns={data.columns} rows={rows} chosen={units} choose={post === null ? null : choose} />
      )}
      {units.length > 0 && <Chosen campaign={campaign} view={data} units={units} clear={() => choose([])} />}
    </>
  );
}

/** Expected, handed in, on time: a sentence before the figures. */
function Totals({ data: { rows, columns } }: { data: MatrixView }) {
  return (
    <ul className="totals">
      {columns.map(({ id, title }) => {
        const marks = rows.flatMap(({ cells }) => cells[id]?.mark ?? []).filter((mark) => mark !== 'excused');
        const count = (...wanted: Mark[]): number => marks.filter((mark) => wanted.includes(mark)).length;
        const expected = marks.length;
        const actual = count('on_time', 'late', 'waiting');
        const rate = expected === 0 ? 0 : Math.floor((actual / expected) * 1_000) / 10;
        return (
          <li key={id}>
            <strong>{title}</strong>:{' '}
            {t('matrix.totals', {
              actual,
              expected,
              rate: numberText(rate),
              overdue: count('overdue'),
              late: count('late'),
            })}
          </li>
        );
      })}
    </ul>
  );
}

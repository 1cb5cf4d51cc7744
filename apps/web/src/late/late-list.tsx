import { Link } from '@tanstack/react-router';
import { useLate } from '../api/use-console';
import { itemsOf } from '../api/use-pages';
import { instantText, t } from '../messages/t';
import { Badge } from '../parts/badge';
import { ExcelButton } from '../parts/excel-button';
import { More } from '../parts/more';
import { Empty, Failed, Loading } from '../parts/states';

/** Who is late with what, longest first. */
export function LateList({ campaign }: { campaign: string }) {
  const list = useLate(campaign);
  const { data, error, isPending, refetch } = list;
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  const items = itemsOf(data);
  if (items.length === 0) return <Empty>{t('empty.late')}</Empty>;
  return (
    <>
      <p className="tools no-print">
        <ExcelButton path={`/campaigns/${campaign}/late.xlsx`} name={`${campaign}-cham`} />
      </p>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{t('col.unit')}</th>
            <th scope="col">{t('col.work')}</th>
            <th scope="col">{t('col.due')}</th>
            <th scope="col">{t('col.late')}</th>
            <th scope="col" className="no-print">
              <span className="hidden">{t('history')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ obligation, unitName, title, stateText, dueAt, daysLate }) => (
            <tr key={obligation}>
              <th scope="row">{unitName}</th>
              <td data-label={t('col.work')}>
                {title} <span className="small">({stateText})</span>
              </td>
              <td data-label={t('col.due')}>{instantText(dueAt)}</td>
              <td data-label={t('col.late')}>
                <Badge tone="overdue">{t('days', { n: daysLate })}</Badge>
              </td>
              <td className="no-print">
                <Link to="/viec/$obligation" params={{ obligation }}>
                  {t('history')}
                  <span className="hidden"> {`${title} – ${unitName}`}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <More list={list} />
    </>
  );
}

import type { PaperOf } from '../api/contracts';
import { t } from '../messages/t';
import { Badge } from '../parts/badge';

/** How the count came out, item by item. */
export function CountTable({ items }: Pick<PaperOf<'minutes'>, 'items'>) {
  return (
    <table className="cards">
      <caption>{t('count')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('col.unit')}</th>
          <th scope="col">{t('vote.yes')}</th>
          <th scope="col">{t('vote.no')}</th>
          <th scope="col">{t('vote.blank')}</th>
          <th scope="col">{t('count.missing')}</th>
          <th scope="col">{t('count.result')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ item, name, votes }) => (
          <tr key={item}>
            <th scope="row">{name}</th>
            {(['yes', 'no', 'blank'] as const).map((choice) => (
              <td key={choice} data-label={t(`vote.${choice}`)} className="number">
                {votes?.[choice] ?? '–'}
              </td>
            ))}
            <td data-label={t('count.missing')} className="number">
              {votes?.missing ?? '–'}
            </td>
            <td data-label={t('count.result')}>
              {votes && (
                <Badge tone={votes.passed ? 'done' : 'overdue'}>
                  {t(votes.passed ? 'count.passed' : 'count.failed')}
                </Badge>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

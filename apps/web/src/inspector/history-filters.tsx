import type { HistoryKind } from '../api/contracts';
import { t } from '../messages/t';
import type { HistorySearch } from './search';
import { UnitField } from './unit-field';

/** As people look for them; checked against the contract by its type. */
const KINDS: readonly HistoryKind[] = ['campaign', 'work', 'deadline', 'engine', 'mail', 'council', 'care'];

interface Props {
  campaign: string;
  search: HistorySearch;
  change: (next: HistorySearch) => void;
}

/** By unit, day and kind. */
export function HistoryFilters({ campaign, search, change }: Props) {
  return (
    <form className="tools filters no-print" role="search" aria-label={t('inspect.filter')} onSubmit={stay}>
      <UnitField
        campaign={campaign}
        unit={search.unit}
        change={(unit) => change({ unit, round: undefined, obligation: undefined })}
      />
      <label>
        {t('inspect.day')}{' '}
        <input type="date" value={search.day ?? ''} onChange={({ target }) => change({ day: target.value })} />
      </label>
      <label>
        {t('inspect.kind')}{' '}
        <select value={search.kind ?? ''} onChange={({ target }) => change({ kind: target.value })}>
          <option value="">{t('inspect.kind.all')}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`inspect.kind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}

const stay = (event: { preventDefault(): void }): void => event.preventDefault();

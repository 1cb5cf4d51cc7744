import type { HistoryLine as Line } from '../api/contracts';
import { instantText, t } from '../messages/t';
import { Badge } from '../parts/badge';
import type { HistorySearch } from './search';

interface Props {
  line: Line;
  narrow: (next: HistorySearch) => void;
}

/** What happened, to whom, by whom, why; of notices what became of their mail; and the way to a narrower line. */
export function HistoryLine({ line, narrow }: Props) {
  const { at, kind, text, unit, unitName, postTitle, personName, reason, round, obligation, fate, trouble } = line;
  const mail = kind === 'mail';
  const who = [personName, postTitle ?? t('system')].filter(Boolean).join(', ');
  const nothing = { unit: undefined, round: undefined, obligation: undefined };
  return (
    <li className={mail ? 'mail' : ''}>
      <time dateTime={at}>{instantText(at)}</time> {mail && <span aria-hidden="true">✉ </span>}
      {text}
      {unitName && ` – ${unitName}`}
      {trouble && (
        <>
          {' '}
          <Badge tone="overdue">{t('inspect.care')}</Badge>
        </>
      )}
      {!mail && <span className="small line">{who}</span>}
      {fate.map((one) => (
        <span key={one} className="small line">
          → {one}
        </span>
      ))}
      {reason && (
        <span className="small line">
          {t('reason')}: {reason}
        </span>
      )}
      {(unit || round || obligation) && (
        <span className="line no-print narrower">
          {obligation && (
            <button type="button" className="plain small" onClick={() => narrow({ ...nothing, obligation })}>
              {t('inspect.obligation.only')}
            </button>
          )}
          {round && !obligation && (
            <button type="button" className="plain small" onClick={() => narrow({ ...nothing, round })}>
              {t('inspect.round.only')}
            </button>
          )}
          {unit && (
            <button type="button" className="plain small" onClick={() => narrow({ ...nothing, unit })}>
              {t('inspect.unit.only')}
            </button>
          )}
        </span>
      )}
    </li>
  );
}

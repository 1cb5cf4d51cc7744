import type { ReportCheck } from '../api/contracts';
import { t } from '../messages/t';

/** What is wrong here: blocking first, then what may stand once it is explained. */
export function Faults({ id, faults }: { id: string; faults: ReportCheck['faults'] }) {
  return (
    <ul className="faults" id={id}>
      {faults.map(({ field, code, message, kind }) => (
        <li key={`${field}${code}`} className={kind}>
          <span aria-hidden="true">{kind === 'block' ? '✕' : '?'} </span>
          {message}
          {kind === 'explain' && <span className="small"> {t('fault.explain')}</span>}
        </li>
      ))}
    </ul>
  );
}

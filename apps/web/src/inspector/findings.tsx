import { useState } from 'react';
import type { FindingView } from '../api/contracts';
import { t } from '../messages/t';
import { Badge } from '../parts/badge';
import { Failed } from '../parts/states';
import { CareAct } from './care-act';
import { useFindings } from './use-inspector';

/** Where records and engine disagree; each mended by one act with its reason, or left to a person. */
export function Findings() {
  const [wanted, want] = useState(false);
  const { data, error, isFetching, refetch } = useFindings(wanted);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{t('findings')}</h2>
      <p className="small">{t('findings.lead')}</p>
      <p className="tools no-print">
        <button type="button" disabled={isFetching} onClick={() => (wanted ? void refetch() : want(true))}>
          {t(wanted ? 'findings.again' : 'findings.look')}
        </button>
      </p>
      <p role="status">
        {isFetching
          ? t('findings.looking')
          : data
            ? t(data.items.length ? 'findings.found' : 'findings.clean', {
                checked: data.checked,
                n: data.items.length,
              })
            : ''}
      </p>
      {error && !isFetching && <Failed error={error} retry={refetch} />}
      {data && data.items.length > 0 && (
        <ul className="workflows">
          {data.items.map((one) => (
            <FindingItem key={`${one.kind}|${one.subject}`} one={one} done={() => void refetch()} />
          ))}
        </ul>
      )}
    </section>
  );
}

function FindingItem({
  one: { kind, subject, cause, repair, mendable },
  done,
}: {
  one: FindingView;
  done: () => void;
}) {
  return (
    <li className="workflow">
      <h3 className="hash">
        {subject} {!mendable && <Badge tone="soon">{t('findings.by-hand')}</Badge>}
      </h3>
      <p>{cause}</p>
      <p className="small">{t('workflow.mend', { repair })}</p>
      {mendable && (
        <CareAct act="repair" path="/findings/repair" body={{ kind, subject }} about={subject} done={done} />
      )}
    </li>
  );
}

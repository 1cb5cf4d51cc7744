import { useState } from 'react';
import type { PreparationView } from '../../api/contracts';
import { t } from '../../messages/t';
import { Empty, Failed, Loading } from '../../parts/states';
import { StepItems } from '../step-items';
import { useUnits } from '../use-preparation';
import { CorrectionForm } from './correction-form';
import { TargetCard } from './target-card';
import { targetsOf } from './target-of';

/** Chỉ tiêu: what is counted, how far, by when, and who brings the figure. */
export function StepTargets({ view }: { view: PreparationView }) {
  const { data: units, error, isPending, refetch } = useUnits(view.id);
  const [adding, add] = useState(false);
  const targets = targetsOf(view);
  const fresh = `N${String(targets.filter(({ id }) => id.startsWith('N')).length + 1).padStart(2, '0')}`;
  return (
    <>
      <StepItems view={view} step="chi-tieu" />
      <section aria-labelledby="targets">
        <h3 id="targets">{t('prepare.targets.n', { n: targets.length })}</h3>
        {isPending ? (
          <Loading />
        ) : error ? (
          <Failed error={error} retry={refetch} />
        ) : targets.length === 0 ? (
          <Empty>{t('prepare.targets.none')}</Empty>
        ) : (
          <ul className="targets">
            {targets.map((target) => (
              <TargetCard key={target.id} view={view} target={target} units={units.units} />
            ))}
          </ul>
        )}
        {view.state === 'open' && (
          <p className="tools no-print">
            <button type="button" aria-expanded={adding} onClick={() => add(!adding)}>
              + {t('prepare.target.add')}
            </button>
          </p>
        )}
        {adding && <CorrectionForm view={view} id={fresh} added />}
      </section>
    </>
  );
}

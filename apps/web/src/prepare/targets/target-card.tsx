import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PreparationView } from '../../api/contracts';
import { dayText, numberText, t } from '../../messages/t';
import type { Code } from '../../messages/vi';
import { Badge } from '../../parts/badge';
import { Confirm } from '../item-row';
import type { UnitLine } from '../unit-options';
import { CorrectionForm } from './correction-form';
import { SourceForm } from './source-form';
import { correctionOf, type TargetFacts } from './target-of';

interface Props {
  view: PreparationView;
  target: TargetFacts;
  units: UnitLine[];
}

/** One target: what it asks, from which words, whether somebody stands up for it, and who brings its figure. */
export function TargetCard({ view, target: { id, facts }, units }: Props) {
  const { name, comparator, value, unit, deadline, mode } = facts;
  const title = `${id}. ${word(name?.value)}`;
  const open = Object.values(facts).some((fact) => fact?.open);
  const from = facts.value ?? name;
  const opened = view.state === 'open';
  const answered = mode?.value !== null && mode?.value !== undefined;
  const [unfolded] = useState(!answered && opened); // it stays as it is under the hands of who saves it
  return (
    <li className="target" aria-label={title}>
      <h4>{title}</h4>
      <p>
        <strong>
          {word(comparator?.value) !== '' && t(`comparator.${word(comparator?.value)}` as Code)}{' '}
          {goalText(value?.value)} {word(unit?.value)}
        </strong>
        {typeof deadline?.value === 'string' && ` · ${t('target.by', { day: dayText(deadline.value) })}`}
      </p>
      <p className="small">
        {[comparator, value, unit, deadline]
          .filter((fact) => fact !== undefined && fact.origin !== null && fact.origin !== 'read')
          .map(
            (fact) => `${t(`word.${fact!.field.split('.').at(-1)!}` as Code)}: ${t(`origin.${fact!.origin!}` as Code)}`,
          )
          .join(' · ')}
      </p>
      {from?.evidence != null && (
        <p className="small">
          “{from.evidence}”{' '}
          {from.offset !== null && (
            <Link
              className="no-print"
              to="/chuan-bi/$id/$step"
              params={{ id: view.id, step: 'van-ban' }}
              search={{ field: from.field }}
              aria-label={t('prepare.see.of', { what: title })}
            >
              {t('prepare.see')}
            </Link>
          )}
        </p>
      )}
      <p className="tools">
        {open ? (
          <>
            <Badge tone="soon">{t('prepare.unconfirmed')}</Badge>
            {opened && <Confirm view={view} field={`targets.${id}`} label={title} />}
          </>
        ) : (
          <Badge tone="done">{t('target.stands')}</Badge>
        )}
        {answered ? (
          <span className="small">{t(`mode.${(mode.value as { mode: string }).mode}` as Code)}</span>
        ) : (
          <Badge tone="overdue">{t('target.no-source')}</Badge>
        )}
      </p>
      <details open={unfolded}>
        <summary>
          {t('target.source')}
          <span className="hidden"> {title}</span>
        </summary>
        <SourceForm view={view} id={id} units={units} />
      </details>
      <details>
        <summary>
          {t('target.correct')}
          <span className="hidden"> {title}</span>
        </summary>
        <CorrectionForm view={view} id={id} />
        {correctionOf(view, id) && <p className="small">{t('target.corrected')}</p>}
      </details>
    </li>
  );
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

function goalText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberText(value);
  const { min, max } = value as { min?: number; max?: number };
  return `${numberText(min ?? 0)} – ${numberText(max ?? 0)}`;
}

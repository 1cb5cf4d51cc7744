import type { PendingActivity, WorkflowView } from '../api/contracts';
import { instantText, t } from '../messages/t';

/** Ids, status, history and pending activities of a workflow, as Temporal tells them. */
export function TechnicalFacts({ workflow: { id, turn, nudge, seen, execution } }: { workflow: WorkflowView }) {
  return (
    <dl className="facts">
      <dt>{t('workflow.id')}</dt>
      <dd className="hash">{id}</dd>
      <dt>{t('workflow.turns')}</dt>
      <dd className="number">
        {turn}; {nudge}, {seen}
      </dd>
      <dt>{t('workflow.status')}</dt>
      <dd>
        {execution ? execution.status : t('workflow.unknown')}
        {execution?.url && (
          <>
            {' '}
            <a href={execution.url} target="_blank" rel="noreferrer">
              {t('operations.open-ui')}
            </a>
          </>
        )}
      </dd>
      {execution?.run && (
        <>
          <dt>{t('workflow.run')}</dt>
          <dd className="hash">{execution.run}</dd>
          <dt>{t('workflow.length')}</dt>
          <dd className="number">{execution.historyLength}</dd>
          <dt>{t('workflow.pending')}</dt>
          <dd>{execution.pending.length === 0 ? t('workflow.pending.none') : execution.pending.map(pendingItem)}</dd>
        </>
      )}
    </dl>
  );
}

const pendingItem = ({ activity, state, attempt, nextAttempt, failure }: PendingActivity, n: number) => (
  <span key={n} className="line">
    {activity} ({state}), {t('workflow.attempt', { n: attempt })}
    {nextAttempt && `, ${t('workflow.next', { at: instantText(nextAttempt) })}`}
    {failure && <span className="line overdue">{failure}</span>}
  </span>
);

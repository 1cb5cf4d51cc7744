import { Link } from '@tanstack/react-router';
import type { WorkflowView } from '../api/contracts';
import { instantText, t } from '../messages/t';
import { Badge, type Tone } from '../parts/badge';
import { CareAct } from './care-act';
import { TechnicalFacts } from './technical-facts';

const TONES: Record<WorkflowView['state'], Tone> = { awake: 'running', asleep: 'quiet', finished: 'done' };

/** One workflow: why it stands still and what may be done, before the machinery. */
export function WorkflowCard({ workflow, open }: { workflow: WorkflowView; open: boolean }) {
  const { id, title, campaign, campaignName, state, sleepsUntil, causes, acts } = workflow;
  return (
    <li className="workflow">
      <h3>
        {title}{' '}
        <Badge tone={causes.length ? 'overdue' : TONES[state]}>
          {t(`operations.state.${causes.length ? 'stuck' : state}`)}
        </Badge>
      </h3>
      {campaign && (
        <p className="small">
          <Link to="/phong-trao/$campaign/lich-su" params={{ campaign }}>
            {campaignName}
          </Link>
        </p>
      )}
      {state === 'asleep' && causes.length === 0 && (
        <p className="small">
          {t('workflow.sleeps')} {sleepsUntil ? instantText(sleepsUntil) : t('workflow.sleeps.nudge')}
        </p>
      )}
      {causes.length > 0 && (
        <ul className="causes">
          {causes.map(({ kind, cause, repair, obligation, unitName }, n) => (
            <li key={n}>
              {obligation ? (
                <Link to="/viec/$obligation" params={{ obligation }}>
                  {unitName ?? obligation}
                </Link>
              ) : null}
              {obligation ? ': ' : ''}
              {cause}
              <span className="small line">{t('workflow.mend', { repair })}</span>
              {obligation && kind === 'parked' && (
                <CareAct
                  act="release"
                  path={`/obligations/${encodeURIComponent(obligation)}/release`}
                  about={unitName ?? obligation}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {acts.length > 0 && (causes.length > 0 || open) && (
        <div className="care-acts no-print">
          {acts.map((act) => (
            <CareAct key={act} act={act} path={`/workflows/${encodeURIComponent(id)}/${act}`} about={title} />
          ))}
        </div>
      )}
      <details open={open}>
        <summary>{t('workflow.details')}</summary>
        <TechnicalFacts workflow={workflow} />
      </details>
    </li>
  );
}

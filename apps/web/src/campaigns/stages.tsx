import { Link } from '@tanstack/react-router';
import type { StepView } from '../api/contracts';
import { dayText, t } from '../messages/t';
import { Badge, type Tone } from '../parts/badge';

const TONES: Record<StepView['state'], Tone> = {
  waiting: 'quiet',
  opened: 'running',
  finished: 'done',
  skipped: 'quiet',
};

interface Props {
  campaign: string;
  steps: StepView[];
  now: string;
  /** The reader's post leads the campaign: a council's stage leads to its session. */
  leads: boolean;
}

/** The stages of one campaign: when, or on what ground it was left out. */
export function Stages({ campaign, steps: all, now, leads }: Props) {
  const steps = all.map((step) => asOf(step, now));
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('col.stage')}</th>
          <th scope="col">{t('col.state')}</th>
          <th scope="col">{t('col.when')}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <tr key={step.id} className={step.state}>
            <th scope="row">
              {step.title}
              {called(step) && leads && (
                <>
                  {' · '}
                  <Link to="/phien-hop/$session" params={{ session: `${campaign}.${step.id}` }}>
                    {t('session.page')}
                  </Link>
                </>
              )}
            </th>
            <td data-label={t('col.state')}>
              <Badge tone={TONES[step.state]}>{t(`step.${step.state}`)}</Badge>
            </td>
            <td data-label={t('col.when')}>{when(step)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const called = ({ kind, state }: StepView): boolean =>
  kind === 'council' && (state === 'opened' || state === 'finished');

/** What is laid out ahead of its day has not begun yet. */
const asOf = (step: StepView, now: string): StepView =>
  step.state === 'opened' && step.at !== null && step.at > now
    ? { ...step, state: 'waiting', opens: step.at, waitsFor: [] }
    : step;

function when({ state, at, finishedAt, ground, opens, waitsFor }: StepView): string {
  if (state === 'skipped') return ground ?? '';
  if (state === 'waiting' && ground !== null) return t('step.will-skip', { ground });
  if (state === 'waiting') {
    const day = opens === null ? [] : [t('step.opens', { day: dayText(opens) })];
    return [...day, ...(waitsFor.length ? [t('step.waits', { steps: waitsFor.join('; ') })] : [])].join(' · ');
  }
  const since = at === null ? [] : [t('step.since', { day: dayText(at) })];
  return [...since, ...(finishedAt === null ? [] : [t('step.done', { day: dayText(finishedAt) })])].join(' · ');
}

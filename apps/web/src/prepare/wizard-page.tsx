import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { t } from '../messages/t';
import { Badge } from '../parts/badge';
import { Failed, Loading, NotFound } from '../parts/states';
import { isStep, STEPS, stepOf } from './steps';
import { StepDates } from './dates/step-dates';
import { StepLaunch } from './step-launch';
import { StepQuestions } from './step-questions';
import { StepTargets } from './targets/step-targets';
import { StepText } from './text/step-text';
import { StepUnits } from './units/step-units';
import { usePreparation } from './use-preparation';
import './prepare.css';

const SCREENS = {
  'van-ban': StepText,
  'cau-hoi': StepQuestions,
  'chi-tieu': StepTargets,
  'don-vi': StepUnits,
  lich: StepDates,
  'phat-dong': StepLaunch,
};

/** One preparation: its steps with what is open in each, and the step one is at. */
export function WizardPage() {
  const { id, step } = useParams({ from: '/chuan-bi/$id/$step' });
  const { data: view, error, isPending, refetch } = usePreparation(id);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  const shown = view !== undefined;
  useEffect(() => {
    // the step changed under the reader's hands: go on reading at its name
    if (shown && !first.current) heading.current?.focus();
    if (shown) first.current = false;
  }, [step, shown]);
  if (!isStep(step)) return <NotFound />;
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} retry={refetch} />;
  const Screen = SCREENS[step];
  const open = (of: string): number => view.gate.items.filter((item) => item.open && stepOf(item) === of).length;
  const all = view.gate.items.filter((item) => item.open).length;
  const next = STEPS[STEPS.indexOf(step) + 1];
  return (
    <>
      <p className="crumb no-print">
        <Link to="/chuan-bi">{t('prepare')}</Link>
      </p>
      <h1>{view.name ?? view.source}</h1>
      {view.state !== 'open' && (
        <p>
          <Badge tone={view.state === 'launched' ? 'done' : 'quiet'}>{view.stateText}</Badge> {t('prepare.closed')}
        </p>
      )}
      <nav aria-label={t('prepare.steps')} className="steps no-print">
        <ol>
          {STEPS.map((one) => (
            <li key={one}>
              <Link to="/chuan-bi/$id/$step" params={{ id, step: one }} activeOptions={{ includeSearch: false }}>
                {t(`prepare.step.${one}`)}{' '}
                <Count n={one === 'phat-dong' ? all : open(one)} closed={view.state !== 'open'} />
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <h2 ref={heading} tabIndex={-1} className="step-name">
        {t(`prepare.step.${step}`)}
      </h2>
      <Screen view={view} />
      {next && (
        <p className="tools no-print">
          <Link to="/chuan-bi/$id/$step" params={{ id, step: next }} className="button main">
            {t('prepare.next', { step: t(`prepare.step.${next}`) })}
          </Link>
        </p>
      )}
    </>
  );
}

function Count({ n, closed }: { n: number; closed: boolean }) {
  if (closed) return null;
  return n === 0 ? (
    <span className="count done">
      <span aria-hidden="true">✓</span>
      <span className="hidden">{t('prepare.open.none')}</span>
    </span>
  ) : (
    <span className="count overdue">
      {n}
      <span className="hidden"> {t('prepare.open.word')}</span>
    </span>
  );
}

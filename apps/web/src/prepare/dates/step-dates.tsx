import type { PreparationView } from '../../api/contracts';
import { StepItems } from '../step-items';
import { TakeOffers } from '../take-offers';
import { useAbout } from '../units/use-about';
import { CadenceForm } from './cadence-form';
import { DatesTable } from './dates-table';
import { FollowUpsForm } from './follow-ups-form';
import { LoadTables } from './load-tables';
import { PeriodsForm } from './periods-form';
import { RouteForm } from './route-form';
import { ScoringForm } from './scoring-form';
import { StepsForm } from './steps-form';
import { TryDates } from './try-dates';
import { WorkdaysForm } from './workdays-form';

const PARTS = ['cadence', 'periods', 'regime', 'route', 'steps', 'followUps'] as const;

/** Lịch và dự báo: how often and by when, the steps, and what it all comes to day by day. */
export function StepDates({ view }: { view: PreparationView }) {
  const needed = useAbout(view);
  if (needed.about === null) return needed.meanwhile;
  const { about } = needed;
  return (
    <>
      <StepItems view={view} step="lich" />
      <TakeOffers view={view} offer={about.offer} parts={PARTS} />
      <section className="no-print">
        <CadenceForm {...about} />
        <RouteForm {...about} />
        {view.text !== null && (
          <>
            <PeriodsForm {...about} />
            <StepsForm {...about} />
            <FollowUpsForm {...about} />
            <WorkdaysForm {...about} />
            <ScoringForm {...about} />
          </>
        )}
      </section>
      <DatesTable view={view} />
      <TryDates />
      <LoadTables view={view} />
    </>
  );
}

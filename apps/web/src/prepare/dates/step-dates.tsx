import type { PreparationView } from '../../api/contracts';
import { Failed, Loading } from '../../parts/states';
import { StepItems } from '../step-items';
import { TakeOffers } from '../take-offers';
import { useOffer, useUnits } from '../use-preparation';
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
  const offer = useOffer(view.id);
  const units = useUnits(view.id);
  const failed = offer.error ?? units.error;
  if (failed) return <Failed error={failed} retry={() => Promise.all([offer.refetch(), units.refetch()])} />;
  if (!offer.data || !units.data) return <Loading />;
  const about = { view, offer: offer.data, units: units.data };
  return (
    <>
      <StepItems view={view} step="lich" />
      <TakeOffers view={view} offer={offer.data} parts={PARTS} />
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

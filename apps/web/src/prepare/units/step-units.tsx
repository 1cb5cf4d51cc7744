import type { PreparationView } from '../../api/contracts';
import { Failed, Loading } from '../../parts/states';
import { StepItems } from '../step-items';
import { TakeOffers } from '../take-offers';
import { useOffer, useUnits } from '../use-preparation';
import { BodiesForm } from './bodies-form';
import { LevelsForm } from './levels-form';
import { ParticipantsForm } from './participants-form';
import { Reach } from './reach';

/** Đơn vị: who launches, who takes part, who reports to whom, and whom mail would not reach. */
export function StepUnits({ view }: { view: PreparationView }) {
  const offer = useOffer(view.id);
  const units = useUnits(view.id);
  const failed = offer.error ?? units.error;
  if (failed) return <Failed error={failed} retry={() => Promise.all([offer.refetch(), units.refetch()])} />;
  if (!offer.data || !units.data) return <Loading />;
  const about = { view, offer: offer.data, units: units.data };
  return (
    <>
      <StepItems view={view} step="don-vi" />
      <TakeOffers view={view} offer={offer.data} parts={['bodies', 'participants', 'levels']} />
      <section>
        <BodiesForm {...about} />
        <ParticipantsForm {...about} />
        {view.text !== null && <LevelsForm {...about} />}
      </section>
      <Reach {...about} />
    </>
  );
}

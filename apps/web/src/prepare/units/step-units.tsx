import type { PreparationView } from '../../api/contracts';
import { StepItems } from '../step-items';
import { TakeOffers } from '../take-offers';
import { BodiesForm } from './bodies-form';
import { LevelsForm } from './levels-form';
import { ParticipantsForm } from './participants-form';
import { Reach } from './reach';
import { useAbout } from './use-about';

/** Đơn vị: who launches, who takes part, who reports to whom, and whom mail would not reach. */
export function StepUnits({ view }: { view: PreparationView }) {
  const needed = useAbout(view);
  if (needed.about === null) return needed.meanwhile;
  const { about } = needed;
  return (
    <>
      <StepItems view={view} step="don-vi" />
      <TakeOffers view={view} offer={about.offer} parts={['bodies', 'participants', 'levels']} />
      <section>
        <BodiesForm {...about} />
        <ParticipantsForm {...about} />
        {view.text !== null && <LevelsForm {...about} />}
      </section>
      <Reach {...about} />
    </>
  );
}

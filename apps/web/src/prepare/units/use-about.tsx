import type { ReactElement } from 'react';
import type { PreparationView } from '../../api/contracts';
import { Failed, Loading } from '../../parts/states';
import { useOffer, useUnits } from '../use-preparation';
import type { About } from './about';

/** What a step of the wizard needs besides the preparation: what is offered, and the units to choose from; or what is shown until it is there. */
export function useAbout(view: PreparationView): { about: About } | { about: null; meanwhile: ReactElement } {
  const offer = useOffer(view.id);
  const units = useUnits(view.id);
  const error = offer.error ?? units.error;
  if (error) {
    const retry = () => Promise.all([offer.refetch(), units.refetch()]);
    return { about: null, meanwhile: <Failed error={error} retry={retry} /> };
  }
  if (!offer.data || !units.data) return { about: null, meanwhile: <Loading /> };
  return { about: { view, offer: offer.data, units: units.data } };
}

import type { OfferView, PreparationUnitsView, PreparationView } from '../../api/contracts';
import type { Answer, Answers, Part } from '../use-preparation';

export interface About {
  view: PreparationView;
  offer: OfferView;
  units: PreparationUnitsView;
}

/** What an officer said of a part. */
export const saidOf = <P extends Part>(view: PreparationView, part: P): Answer<P> | undefined =>
  ((view.answers as Answers)[part] as Answer<P> | undefined) ?? undefined;

/** What a form begins with: what stands, else what is offered. */
export const standing = <P extends Part>({ known, offered }: OfferView, part: P): Answer<P> | undefined =>
  ((known as Answers)[part] ?? offered[part]) as Answer<P> | undefined;

/** Nothing stands yet: what the form shows is an offer. */
export const isOffered = ({ known }: OfferView, part: Part): boolean => (known as Answers)[part] === undefined;

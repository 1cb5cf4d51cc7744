import type { AmendedFigure, Amendment } from '#libs/domain';
import type { ObligationDoc, Store } from '#libs/store';

/** A change of an earlier period that is booked in this one: said beside its figures, never added to them unseen. */
export interface Carried {
  from: string;
  title: string;
  n: number;
  figures: AmendedFigure[];
}

type Earlier = Pick<ObligationDoc, '_id' | 'title' | 'submittedAt' | 'kind' | 'amendments'>;

/** Changes that were booked for the next period and that no report since has carried: the first report after the decision does. */
export async function carriedOver(store: Store, o: ObligationDoc): Promise<Carried[]> {
  const projection = { title: 1, submittedAt: 1, kind: 1, amendments: 1 };
  const filter = { answeringUnit: o.answeringUnit, campaign: o.campaign, subject: o.subject, _id: { $ne: o._id } };
  const others = (await store.obligations.find(filter as never, { projection }).toArray()) as unknown as Earlier[];
  const carriedBy = ({ decision }: Amendment, from: string): boolean =>
    others.some(
      ({ _id, kind, submittedAt }) =>
        _id !== from && kind === o.kind && submittedAt !== null && submittedAt > decision!.at,
    );
  return others.flatMap(({ _id: from, title, amendments = [] }) =>
    amendments
      .filter((note) => note.state === 'next_period' && !carriedBy(note, from))
      .map(({ n, figures }) => ({ from, title, n, figures })),
  );
}

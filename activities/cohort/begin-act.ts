import { KEPT_INTENTS, type ActIntent, type ObligationDoc, type Store } from '#libs/store';

/**
 * First part of a mass act: its intent on the rounds, before any effect.
 * @returns whether the intent is new everywhere: then nobody moved an obligation by this act before
 */
export async function beginAct(
  store: Store,
  obligations: Pick<ObligationDoc, 'round'>[],
  intent: ActIntent,
): Promise<boolean> {
  const rounds = [...new Set(obligations.map(({ round }) => round))];
  const { modifiedCount } = await store.rounds.updateMany({ _id: { $in: rounds }, 'intents.id': { $ne: intent.id } }, {
    $push: { intents: { $each: [intent], $slice: -KEPT_INTENTS } },
  } as never);
  return modifiedCount === rounds.length;
}

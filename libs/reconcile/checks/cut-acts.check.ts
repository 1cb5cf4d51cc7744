import type { RoundDoc } from '#libs/store';
import type { CheckContext } from '../check.js';
import { finding, type Found, type Look } from '../finding.js';

type UnderWay = Pick<RoundDoc, '_id' | 'campaign' | 'cohort' | 'intents'>;

/** No mass act was left between its effects and its record. One that is just being done is gone at the second look. */
export async function checkCutActs({ store, engine }: CheckContext): Promise<Look> {
  const projection = { campaign: 1, cohort: 1, intents: 1 };
  const rounds = (await store.rounds
    .find({ 'intents.0': { $exists: true } } as never, { projection })
    .toArray()) as unknown as UnderWay[];
  const found = rounds.map(({ _id: subject, campaign, cohort, intents }): Found => {
    const mark = intents.map(({ id }) => id).join(' ');
    const mend = (): Promise<void> => engine.nudge(cohort);
    return finding('act-unrecorded', { subject, campaign, mend, mark, data: { count: intents.length } });
  });
  return { checked: rounds.length, found };
}

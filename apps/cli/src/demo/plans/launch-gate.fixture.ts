import { isRefusal } from '#libs/domain';
import { confirm, gate, type GateSurroundings, type Preparation } from '#libs/domain/preparation/index.js';
import { calendarById } from '#libs/rules';
import { readDemoData } from '../demo-data.js';
import { demoWorld } from '../demo-world.js';
import { gateData } from './gate-data.js';
import { readSeed } from './read-seed.js';

const { plans, ...world } = demoWorld(1);
export { plans, world };
export const AT = '2023-06-01T02:00:00.000Z';
export const surroundings: GateSurroundings = { ...world, calendar: calendarById, codeTaken: false, parent: null };
export const begun = (number: string): Preparation => {
  const { file, reading } = readSeed(number);
  return { source: file, reading, copied: null, answers: {}, confirmations: [], waivers: [], parent: null };
};
export const answered = (number: string): Preparation => ({
  ...begun(number),
  answers: {
    ...readDemoData<object>('answers', `${number}.yaml`),
    questions: gateData(number).questions,
    indicators: gateData(number).indicators ?? {},
  },
});
export const unless = <T>(value: T): Exclude<T, { refused: true }> => {
  if (isRefusal(value)) throw new Error(value.reason);
  return value as never;
};
export function confirmedAll(preparation: Preparation): Preparation {
  const open = gate(preparation, surroundings).items.filter(({ kind }) => kind === 'unconfirmed');
  return {
    ...preparation,
    confirmations: unless(
      confirm(
        preparation,
        open.map(({ field }) => field!),
        'x:focal',
        AT,
      ),
    ),
  };
}

import { createHash } from 'node:crypto';
import { demoWorld } from '../demo-world.js';

/** SHA-256 of each plan's JSON, keys in the order of composing: a change of the composing code must not change what it composes. */
const COMPOSED: Readonly<Record<string, string>> = {
  'sl-60nam': '85cdcca4079efa0000a7bbf7aec4619a84f31c16a78cc9af82ba0569d1901642',
  'sl-2023': 'b11e8d5e368bbd5df0e01c203833bc6f7875852245d36fc38f7e1d1e71e39e11',
  'sl-2014': 'd36cf775b86a6f00ed4fe71309553f42f0f00f3fd4c5baf7c82c32d1b2bc7d4b',
  'td-2023': 'a4bc34b8c392d2cf97945fd1fe98fb7d3b3d6a581336cdaa2a944bf5c68597a3',
  'qt-2022': '23815ddf8f909f1a201f0bb0b3113a3576a5364cd3fa033ec35f6aafff667ff7',
};

const unlinked = (key: string, value: unknown): unknown => (key === 'indicator' ? undefined : value);

it('the five plans of the demo are composed as they were, byte for byte, beside the indicators they are linked with', () => {
  const hashes = demoWorld(1).plans.map((plan) => [
    plan.code,
    createHash('sha256').update(JSON.stringify(plan, unlinked)).digest('hex'),
  ]);
  expect(Object.fromEntries(hashes)).toEqual(COMPOSED);
});

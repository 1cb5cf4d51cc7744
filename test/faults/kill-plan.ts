import { failpointNames, type FailpointName } from '#libs/config/failpoints.js';
import { dice } from './random.js';

export const victims = ['api', 'worker', 'temporal', 'mongo'] as const;
export type Victim = (typeof victims)[number];

export interface Kill {
  victim: Victim;
  /** Move of stepped time at which it happens. */
  step: number;
  /** Wall-clock milliseconds after it: in the middle of what the instant sets off. */
  delayMs: number;
}

export interface KillPlan {
  kills: Kill[];
  /** Failpoint → at which hit the process dies there. */
  hits: Record<FailpointName, number>;
}

/** Longest wait between a step and its kill. */
const DELAY_MS = 250;

/** Points in the API process; all others are reached in the worker. */
export const IN_API: FailpointName[] = failpointNames.filter(
  (name) => name.startsWith('api.') && name !== 'api.relayed',
);

/** Where the processes of one round die: each kind once at random, and once at every failpoint. Seeded. */
export function killPlan(seed: number, steps: number): KillPlan {
  const roll = dice(seed);
  const kills = victims.map((victim) => ({
    victim,
    step: roll(1, Math.max(1, steps - 2)),
    delayMs: roll(0, DELAY_MS),
  }));
  const hits = Object.fromEntries(failpointNames.map((name) => [name, roll(1, name.startsWith('launch.') ? 3 : 8)]));
  return { kills, hits: hits as KillPlan['hits'] };
}

/** Environment that arms the points of API and worker; `folder` remembers which were reached. */
export function armed({ hits }: KillPlan, folder: string): Record<'api' | 'worker', NodeJS.ProcessEnv> {
  const environment = (mine: (name: FailpointName) => boolean): NodeJS.ProcessEnv => ({
    FAILPOINTS: failpointNames
      .filter(mine)
      .map((name) => `${name}:${hits[name]}`)
      .join(','),
    FAILPOINT_DIR: folder,
  });
  return { api: environment((name) => IN_API.includes(name)), worker: environment((name) => !IN_API.includes(name)) };
}

/** The plan in one line, for a report from which the round can be repeated. */
export const inWords = ({ kills, hits }: KillPlan): string =>
  [
    ...kills.map(({ victim, step, delayMs }) => `${victim}@${step}+${delayMs}ms`),
    ...Object.entries(hits).map(([name, hit]) => `${name}:${hit}`),
  ].join(' ');

import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

/** The seams at which a process can be made to die, in the order of a report's way through the engine. */
export const failpointNames = [
  'api.parsed',
  'api.loaded',
  'api.prepared',
  'api.stored',
  'api.decided',
  'api.written',
  'api.reply',
  'api.relayed',
  'launch.batch',
  'launch.rows',
  'launch.started',
  'mail.claimed',
  'mail.rcpt',
  'mail.dot',
  'mail.accepted',
  'mail.marked',
] as const;
export type FailpointName = (typeof failpointNames)[number];

let armed = false;
let points = new Map<string, number>();
let markerDir: string | undefined;

/** Dies here by SIGKILL when armed for this hit. Costs one boolean when nothing is armed. */
export function failpoint(name: FailpointName): void {
  if (armed) reach(name);
}

/**
 * Arms the points of `FAILPOINTS`; called once by `configOrExit`. An empty list disarms.
 * @throws Error in production, or on a name or count that is not one
 */
export function armFailpoints(config: {
  FAILPOINTS: string;
  FAILPOINT_DIR?: string | undefined;
  NODE_ENV: string;
}): void {
  points = armedFailpoints(config.FAILPOINTS);
  markerDir = config.FAILPOINT_DIR;
  if (points.size > 0 && config.NODE_ENV === 'production') throw new Error('failpoints are refused in production');
  armed = points.size > 0;
}

/** Parses `name:hit,name2:hit`; hits count from 1. @throws Error, Vietnamese first, naming the wrong part */
export function armedFailpoints(text: string): Map<string, number> {
  const result = new Map<string, number>();
  for (const part of text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)) {
    const [name = '', hit = '1'] = part.split(':');
    if (!(failpointNames as readonly string[]).includes(name))
      throw new Error(`không có điểm dừng "${name}"; chỉ có ${failpointNames.join(', ')} (no such failpoint)`);
    if (!/^[1-9]\d{0,8}$/.test(hit))
      throw new Error(`"${part}" phải có dạng tên:lần, lần từ 1 (must be name:hit, from 1)`);
    result.set(name, Number(hit));
  }
  return result;
}

function reach(name: FailpointName): void {
  const left = points.get(name);
  if (left === undefined) return;
  points.set(name, left - 1);
  if (left === 1 && firstTime(name)) process.kill(process.pid, 'SIGKILL');
}

/** With a marker folder a point fires once over all restarts: whoever creates its file dies. */
function firstTime(name: string): boolean {
  if (!markerDir) return true;
  mkdirSync(markerDir, { recursive: true });
  try {
    closeSync(openSync(join(markerDir, name), 'wx'));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

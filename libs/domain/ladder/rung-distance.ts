/**
 * Working days between a rung and the due day, as its id says it: `remind-5` is −5, `escalate+3` is 3, `remind0` is 0
 * (`libs/rules/ladders.ts`). Null for what no ladder holds: an answer to a person, a drill.
 */
export function rungDistance(rung: string): number | null {
  const distance = /^(?:remind|urge|escalate)([+-]?\d+)$/.exec(rung)?.[1];
  return distance === undefined ? null : Number(distance);
}

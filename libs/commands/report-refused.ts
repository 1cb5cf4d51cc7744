import { refuse, type Fault, type Refusal } from '#libs/domain';

/** All faults at once. What must be mended comes first: while it stands there is nothing to explain yet, but all is listed. */
export function reportRefused(faults: readonly Fault[]): Refusal {
  const blocked = faults.filter(({ kind }) => kind === 'block').length;
  const refusal = blocked
    ? refuse('report-faulty', { count: blocked })
    : refuse('report-unexplained', { count: faults.length });
  return { ...refusal, faults };
}

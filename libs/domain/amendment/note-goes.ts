import type { Obligation } from '../obligation/obligation.types.js';
import { canAmend } from './can-amend.js';

type Note = Pick<Obligation, 'amendment' | 'amendments'>;

/** An open note speaks about a report that stands: taken back, returned or made again, the report takes its note with it. */
export function noteGoesWithReport(o: Obligation, next: Partial<Obligation>): Note | Record<string, never> {
  const { amendment } = o;
  if (!amendment || next.amendment !== undefined) return {};
  const stands = canAmend(next.state ?? o.state) && (next.submission ?? o.submission) === o.submission;
  return stands ? {} : { amendment: null, amendments: [...(o.amendments ?? []), { ...amendment, state: 'healed' }] };
}

import type { LocalDate } from '../../time/local-date.js';
import type { ForecastWarning, WarningCode } from '../forecast.types.js';
import type { Staff } from '../staff.js';

/** Posts named in one sentence; the others are counted. */
const NAMED = 5;

/** Posts that mail is meant for and that nobody holds, or whose holder cannot be written to: who gets it instead, if anybody. */
export function reachWarnings(staff: Staff, posts: string[], day: LocalDate): ForecastWarning[] {
  const found = new Map<WarningCode, string[]>();
  for (const post of posts) {
    const { holder, vacant } = staff.reach(post, day);
    if (vacant.length === 0) continue;
    const code = holder === null ? 'unreachable' : staff.isVacant(post, day) ? 'vacant-post' : 'no-mailbox';
    found.set(code, [...(found.get(code) ?? []), holder ? `${post} → ${holder.post}` : post]);
  }
  return [...found].map(([code, named]) => {
    const more = named.length > NAMED ? ', …' : '';
    return { code, data: { count: named.length, posts: `${named.slice(0, NAMED).join(', ')}${more}` } };
  });
}

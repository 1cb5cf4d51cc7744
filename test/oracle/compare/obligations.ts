import { type Course } from '../campaign.js';
import { Findings, type Difference } from '../difference.js';
import { type ObligationRow } from '../dump.types.js';
import { type Life } from '../life.types.js';
import { instant, show } from '../time.js';
import { type World } from '../world.js';

const iso = (at: string | null) => show(instant(at));

/** Which obligations exist, whose they are, what became of them, and whether they were in time. */
export function compareObligations(world: World, courses: Course[]): Difference[] {
  const found = new Findings();
  const rows = new Map(world.dump.obligations.map((o) => [o._id, o]));
  for (const life of courses.flatMap((c) => c.lives)) {
    const row = rows.get(life.laid.id);
    rows.delete(life.laid.id);
    if (!row) {
      found.add('obligation', life.laid.id, `one laid out at ${show(life.laid.laidAt)}, ${life.state}`, 'none');
      continue;
    }
    belongs(found, life, row);
    outcome(found, life, row);
    clock(found, life, row);
  }
  for (const row of rows.values()) found.add('obligation', row._id, 'none', `one in state ${row.state}`);
  return found.all;
}

function belongs(found: Findings, life: Life, row: ObligationRow): void {
  const { laid } = life;
  const id = laid.id;
  found.same('obligation', id, 'level', laid.duty.level, row.level);
  found.same('obligation', id, 'round', laid.round, row.round);
  found.same('obligation', id, 'answering unit', laid.answeringUnit, row.answeringUnit);
  found.same('obligation', id, 'receiver', laid.receiver, row.receiver);
}

function outcome(found: Findings, life: Life, row: ObligationRow): void {
  const id = life.laid.id;
  for (const step of life.illegal) found.add('illegal', id, 'a refusal', step);
  found.same('obligation', id, 'state', life.state, row.state);
  found.same('obligation', id, 'attempt', life.attempt, row.attempt);
  found.same('obligation', id, 'returns', life.returns, row.returns);
  found.same('obligation', id, 'nil', life.nil, row.nil);
  found.same('late-decision', id, 'submitted at', show(life.submittedAt), iso(row.submittedAt));
  found.same('late-decision', id, 'on time', life.onTime, row.onTime);
  found.same('late-decision', id, 'on time by the original date', life.onTimeOriginal, row.onTimeOriginal);
  const overdue = instant(row.overdueAt);
  const known = overdue === null ? life.overdue.length === 0 : life.overdue.includes(overdue);
  if (!known) found.add('overdue', id, life.overdue.map(show).join(' or ') || 'never overdue', show(overdue));
}

function clock(found: Findings, life: Life, row: ObligationRow): void {
  const id = life.laid.id;
  const expected = life.spans.at(-1)!.clock;
  found.same('clock', id, 'version', expected.version, row.clock.version);
  found.same('clock', id, 'phase', expected.phase, row.clock.phase);
  found.same('clock', id, 'opens at', show(expected.opensAt), iso(row.clock.opensAt));
  found.same('clock', id, 'due at', show(expected.dueAt), iso(row.clock.dueAt));
  found.same('clock', id, 'locks at', show(expected.lockAt), iso(row.clock.lockAt));
  const ledger = life.deadlines.map((d) => `${d.kind} ${d.lastDay} ${show(d.dueAt)}`);
  const actual = row.deadlines.map((d) => `${d.kind} ${d.lastDay} ${iso(d.dueAt)}`);
  found.same('deadline', id, 'ledger', ledger.join(', '), actual.join(', '));
}

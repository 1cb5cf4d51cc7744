import { type Course } from '../campaign.js';
import { Findings, type Difference } from '../difference.js';
import { type HeaderRow, type Plan } from '../dump.types.js';
import { type Life } from '../life.types.js';
import { isTotal, showTotal, totalOf } from '../totals.js';
import { groupBy, type World } from '../world.js';

/** Counts and totals of every round, counted again from the obligations and the submissions that stand. */
export function compareSheets(world: World, courses: Course[]): Difference[] {
  const found = new Findings();
  const headers = new Map(world.dump.headers.map((h) => [h._id, h]));
  for (const course of courses) {
    for (const [round, lives] of groupBy(course.lives, (l) => l.laid.round)) {
      const header = headers.get(round);
      headers.delete(round);
      if (header) compareOne(found, world, course.plan, header, lives);
      else if (lives.some((l) => l.attempt > 0)) found.add('sheet', round, 'a header', 'none');
    }
  }
  for (const id of headers.keys()) found.add('sheet', id, 'no such round', 'a header');
  return found.all;
}

function compareOne(found: Findings, world: World, plan: Plan, header: HeaderRow, lives: Life[]): void {
  const id = header._id;
  const owed = lives.filter((l) => l.state !== 'excused');
  const count = (which: (life: Life) => boolean) => owed.filter(which).length;
  found.same('sheet', id, 'expected', owed.length, header.expected);
  found.same(
    'sheet',
    id,
    'on time',
    count((l) => l.onTime === true),
    header.onTime,
  );
  found.same(
    'sheet',
    id,
    'late',
    count((l) => l.onTime === false),
    header.late,
  );
  found.same(
    'sheet',
    id,
    'nil',
    count((l) => l.nil),
    header.nil,
  );
  found.same(
    'sheet',
    id,
    'returned',
    count((l) => l.returns > 0),
    header.returned,
  );
  for (const target of plan.targets) {
    const expected = totalOf(world, target, lives);
    const actual = header.totals.find((t) => t.target === target.id);
    if (!actual && expected === null) continue;
    if (!actual || !isTotal(target, actual.value, expected))
      found.add('sheet', id, `${target.id} ${showTotal(expected)}`, actual ? JSON.stringify(actual.value) : 'no total');
    else found.same('sheet', id, `method of ${target.id}`, target.method, actual.method);
  }
}

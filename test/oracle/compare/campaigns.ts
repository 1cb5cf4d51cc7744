import { type Course } from '../campaign.js';
import { Findings, type Difference } from '../difference.js';
import { instant, show } from '../time.js';
import { type World } from '../world.js';

/** When steps opened and finished, and when campaigns were concluded and closed. */
export function compareCampaigns(world: World, courses: Course[]): Difference[] {
  const found = new Findings();
  for (const course of courses) {
    const { code } = course.plan;
    const row = world.dump.campaigns.find((c) => c.code === code)!;
    found.same('campaign', code, 'concluded at', show(course.concludedAt), show(instant(row.concludedAt)));
    found.same('campaign', code, 'closed at', show(course.closedAt), show(instant(row.closedAt)));
    const state = course.closedAt !== null ? 'closed' : course.concludedAt !== null ? 'concluded' : row.state;
    found.same('campaign', code, 'state', state, row.state);
    const ledger = course.suspensions.map(({ from, to, shift, document }) => {
      const over = Number.isFinite(to);
      return [show(from), show(over ? to : null), over ? shift : null, document];
    });
    const written = (row.suspensions ?? []).map((s) => [
      show(instant(s.from)),
      show(instant(s.to)),
      s.shift,
      s.document,
    ]);
    found.same('campaign', code, 'suspensions', ledger, written);
    for (const expected of course.all) {
      const id = `${code}.${expected.step.id}`;
      const step = row.steps.find((s) => s.id === expected.step.id);
      if (!step) {
        found.add('step', id, 'a step', 'none');
      } else if (expected.step.skip) {
        found.same('step', id, 'state', 'skipped', step.state);
        found.same('step', id, 'ground', expected.step.skip.ground, step.ground);
      } else {
        found.same('step', id, 'opened at', show(expected.openedAt), show(instant(step.at)));
        found.same('step', id, 'finished at', show(expected.finishedAt), show(instant(step.finishedAt)));
      }
    }
  }
  return found.all;
}

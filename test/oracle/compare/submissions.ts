import { Findings, type Difference } from '../difference.js';
import { type World } from '../world.js';

/** Each accepted submission is stored once. A stored one that no command accepted is harmless and not reported. */
export function compareSubmissions(world: World): Difference[] {
  const found = new Findings();
  const rows = world.submissions;
  const obligations = new Set(world.dump.obligations.map((o) => o._id));
  const taken = new Set<string>();
  for (const action of world.dump.actions.filter((a) => a.type === 'submit')) {
    const id = action.submission ?? 'unnamed';
    const row = rows.get(id);
    if (taken.has(id)) found.add('submission', id, 'one command', 'two that name it');
    taken.add(id);
    if (!row) found.add('submission', id, `one of ${action.obligation} at ${action.at}`, 'none');
    else found.same('submission', id, 'obligation', action.obligation, row.obligation);
  }
  for (const action of world.dump.actions.filter((a) => a.obligation)) {
    if (!obligations.has(action.obligation!))
      found.add('illegal', action.obligation!, 'an obligation', `${action.type} at ${action.at} on none`);
  }
  return found.all;
}

import {
  type Action,
  type Dump,
  type Edge,
  type Holder,
  type Ladder,
  type Person,
  type Plan,
  type Post,
  type SubmissionRow,
  type WorkCalendar,
} from './dump.types.js';
import { must } from './must.js';
import { suspensionsOf, type Suspension } from './suspension.js';

/** The dump with the look-ups that every rule needs. */
export interface World {
  dump: Dump;
  edgesOf: Map<string, Edge[]>;
  holdersOf: Map<string, Holder[]>;
  actionsOf: Map<string, Action[]>;
  /** Commands on a whole campaign, by its code. */
  commandsOf: Map<string, Action[]>;
  suspensions(campaign: string): Suspension[];
  submissions: Map<string, SubmissionRow>;
  persons: Map<string, Person>;
  posts: Map<string, Post>;
  calendar(plan: Plan): WorkCalendar;
  ladder(id: string): Ladder;
}

export function worldOf(dump: Dump): World {
  const common = dump.actions.filter((a) => !a.obligation && !a.session);
  const commandsOf = groupBy(common, (a) => a.campaign ?? '');
  return {
    commandsOf,
    suspensions: (campaign) => suspensionsOf(commandsOf.get(campaign) ?? []),
    dump,
    edgesOf: groupBy(dump.edges, (e) => e.unit),
    holdersOf: groupBy(dump.holders, (h) => h.post),
    actionsOf: groupBy(dump.actions, (a) => a.obligation ?? ''),
    submissions: new Map(dump.submissions.map((s) => [s._id, s])),
    persons: new Map(dump.persons.map((p) => [p.id, p])),
    posts: new Map(dump.posts.map((p) => [p.id, p])),
    calendar: (plan) => must(dump.calendars[plan.calendar], `calendar ${plan.calendar}`),
    ladder: (id) => must(dump.ladders[id], `ladder ${id}`),
  };
}

export function groupBy<T>(rows: T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const at = key(row);
    const group = groups.get(at);
    if (group) group.push(row);
    else groups.set(at, [row]);
  }
  return groups;
}

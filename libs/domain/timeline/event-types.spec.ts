import { EVENT_TYPES, eventGroups, groupOf, typesOf, type EventType } from './event-types.js';
import { timelineSentence } from './sentence.js';

const cause = { code: 'unknown_calendar_year', data: { calendar: 'vn-5d', year: 2141 } };
const due = { dueAt: '2026-10-15T16:59:59.999Z' };
const workflow = 'cohort.R1.report.commune.1';

/** What each kind of event carries, as whoever writes it fills it in; a kind without an example does not compile. */
const EXAMPLES: Record<EventType, Record<string, unknown>> = {
  drafted: { source: 'kế hoạch 12' },
  launched: { steps: 4 },
  suspended: {},
  resumed: { shift: 'by_suspension' },
  cancelled: {},
  step_opened: { step: 's', obligations: 12 },
  step_skipped: { step: 's', ground: 'không có chỉ tiêu' },
  step_finished: { step: 's' },
  concluded: {},
  closed: {},
  target_amended: { target: 'T1', from: '2026-10-01' },
  submitted: { onTime: true, nil: false, attempt: 1 },
  entered: { onTime: false },
  withdrawn: {},
  received: {},
  accepted: {},
  returned: due,
  reopened: due,
  excused: {},
  amendment_proposed: { figures: 2 },
  amendment_healed: {},
  amended: {},
  amendment_booked: {},
  covenant_proposed: { version: 1, parties: 3 },
  covenant_signed: { signer: 'xã A', version: 1, missing: 2 },
  covenant_completed: { version: 1 },
  covenant_declined: { unit: 'xã A', version: 1 },
  asked_again: due,
  difficulty_raised: {},
  difficulty_reworded: { attempt: 2 },
  difficulty_raised_again: {},
  difficulty_forwarded: { toName: 'Sở Y tế' },
  difficulty_answered: { onTime: true, number: '12/SYT', date: '2026-10-20' },
  difficulty_declined: { onTime: false },
  difficulty_retracted: {},
  difficulty_resolved: {},
  extension_requested: { proposedDay: '2026-10-20' },
  extension_decided: { granted: true, lastDay: '2026-10-20' },
  extended: { lastDay: '2026-10-20' },
  extension_ordered: { lastDay: '2026-10-20', count: 12 },
  deadline_recomputed: { source: 'QĐ 1', before: '2026-10-14', lastDay: '2026-10-15' },
  reminders_recomputed: { source: 'QĐ 1' },
  delay_declared: { expectedDay: '2026-10-20' },
  act: { acts: [{ act: 'remind', rung: 'remind-5' }], obligations: [['a', 1]] },
  escalated: { to: 'chair' },
  round_finished: {},
  session_called: { day: '2026-12-01', items: ['a'] },
  session_opened: { present: ['p'] },
  session_postponed: { before: '2026-12-01', day: '2026-12-08' },
  session_counted: {},
  session_recorded: {},
  step_stuck: { step: 's', cause },
  parked: { cause, until: '2026-10-17T16:59:59.999Z' },
  released: { state: 'open' },
  repaired: { repairs: [{ kind: 'row-differs' }, { kind: 'row-differs' }, { kind: 'workflow-lost' }] },
  workflow_woken: { workflow },
  workflow_restarted: { workflow },
  activity_retried: { workflow, activity: 'performCohortAct' },
};

describe('every kind of event that the journal may hold', () => {
  const kinds = Object.keys(EVENT_TYPES) as EventType[];

  it.each(kinds)('%s has a sentence in both languages, filled to its last word', (type) => {
    const [vi, en] = (['vi', 'en'] as const).map((language) =>
      timelineSentence({ type, data: EXAMPLES[type] }, 'Báo cáo quý', language),
    );
    for (const said of [vi, en]) {
      expect(said).not.toMatch(/[{}]|undefined|null|NaN/);
      expect(said).not.toContain(`“${type}”`);
      expect(said!.length).toBeGreaterThan(5);
    }
    expect(vi).not.toBe(en);
  });

  it('stands in one group, and no group is empty', () => {
    expect(eventGroups.flatMap(typesOf).sort()).toEqual([...kinds].sort());
    for (const group of eventGroups) expect(typesOf(group).length).toBeGreaterThan(0);
    expect(groupOf('of-an-older-book')).toBeNull();
  });
});

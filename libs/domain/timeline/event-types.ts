/** By what a line of time is filtered. */
export const eventGroups = ['campaign', 'work', 'deadline', 'engine', 'council', 'care'] as const;
export type EventGroup = (typeof eventGroups)[number];

/**
 * Every kind of event that the journal may hold, and its group. The list is closed: an event of another kind does not compile, and
 * a test says each of them in both languages. `engine` is what the engine did by itself; `care` is what it could not do, and what
 * somebody did about it.
 */
export const EVENT_TYPES = {
  drafted: 'campaign',
  launched: 'campaign',
  suspended: 'campaign',
  resumed: 'campaign',
  cancelled: 'campaign',
  step_opened: 'campaign',
  step_skipped: 'campaign',
  step_finished: 'campaign',
  concluded: 'campaign',
  closed: 'campaign',
  target_amended: 'campaign',
  submitted: 'work',
  entered: 'work',
  withdrawn: 'work',
  received: 'work',
  accepted: 'work',
  returned: 'work',
  reopened: 'work',
  excused: 'work',
  amendment_proposed: 'work',
  amendment_healed: 'work',
  amended: 'work',
  amendment_booked: 'work',
  covenant_proposed: 'work',
  covenant_signed: 'work',
  covenant_completed: 'work',
  covenant_declined: 'work',
  asked_again: 'work',
  difficulty_raised: 'work',
  difficulty_reworded: 'work',
  difficulty_raised_again: 'work',
  difficulty_forwarded: 'work',
  difficulty_answered: 'work',
  difficulty_declined: 'work',
  difficulty_retracted: 'work',
  difficulty_resolved: 'work',
  extension_requested: 'deadline',
  extension_decided: 'deadline',
  extended: 'deadline',
  extension_ordered: 'deadline',
  deadline_recomputed: 'deadline',
  reminders_recomputed: 'deadline',
  delay_declared: 'deadline',
  act: 'engine',
  escalated: 'engine',
  round_finished: 'engine',
  session_called: 'council',
  session_opened: 'council',
  session_postponed: 'council',
  session_counted: 'council',
  session_recorded: 'council',
  step_stuck: 'care',
  parked: 'care',
  released: 'care',
  repaired: 'care',
  workflow_woken: 'care',
  workflow_restarted: 'care',
  activity_retried: 'care',
} as const satisfies Record<string, EventGroup>;

export type EventType = keyof typeof EVENT_TYPES;

/** Kinds of a group. */
export const typesOf = (group: EventGroup): EventType[] =>
  (Object.keys(EVENT_TYPES) as EventType[]).filter((type) => EVENT_TYPES[type] === group);

/** Null for an entry of a book that is older than the list. */
export const groupOf = (type: string): EventGroup | null => (EVENT_TYPES as Record<string, EventGroup>)[type] ?? null;

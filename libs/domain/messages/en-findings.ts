import type { viFindings } from './vi-findings.js';

/** The same in English. */
export const enFindings: Record<keyof typeof viFindings, string> = {
  'finding.unknown-unit': '{where}: there is no unit {id} in the tree of the campaign.',
  'finding.unknown-post': '{where}: there is no post {id}.',
  'finding.nobody-owes': '{where}: no unit owes it.',
  'finding.no-collector': '{where}: unit {id} has nobody above it to collect its report.',
  'finding.owed-twice': '{where}: unit {id} would owe the same work twice.',
  'finding.own-work': '{where}: unit {id} would collect its own work.',
  'finding.step-twice': 'Two steps are called {id}.',
  'finding.unknown-step': '{where}: waits for a step that is not in the plan ({id}).',
  'finding.step-cycle': 'The steps wait for each other: {id}.',
  'finding.skipped-with-duties': '{where}: the step is skipped and still has duties.',
  'finding.ends-before-start': 'The end {day} lies before the start {other}.',
  'finding.due-before-opening': '{where}: due on {day}, before it opens on {other}.',
  'finding.due-from-launch':
    '{where}: the due day counts from the opening, but the step opens on a fixed day {day}, so it would count from the day of laying out.',
  'finding.cutoff-too-close':
    '{where}: less than one working day lies between the close of the data {other} and the due day {day}.',
  'finding.grace-after-lock':
    '{where}: {day} working days of grace last longer than the {other} working days to the lock.',
  'finding.periods-overlap': '{where}: period {id} shares some of its days with period {other}.',
  'finding.consolidated-too-early': '{where}: consolidated by {day}, before the level below is due on {other}.',
  'finding.target-without-source': 'Target {id}: nobody is named who reports its figure.',
  'finding.target-not-asked': 'Target {id}: no report asks for it.',
  'finding.target-asked-twice': '{where}: target {id} is asked for on two levels.',
  'finding.cross-check-asked': '{where}: {id} is a cross-check only and cannot be asked for.',
  'finding.unknown-target': '{where}: there is no target {id}.',
  'finding.allocation-differs': 'Target {id}: the shares add up to {day}, not to the plan’s level {other}.',
  'finding.override-without-units': 'Target {id}: the level of its own for group {other} concerns no unit.',
  'finding.unknown-ladder': '{where}: there is no ladder “{id}”.',
  'finding.ladder-same-instant': '{where}: ladder “{id}” has two rungs on one day; the one would silence the other.',
  'finding.ladder-too-many':
    '{where}: ladder “{id}” speaks too often; at most {remind} reminders, {urge} urgings, {escalate} escalations.',
  'finding.ladder-no-reminder':
    '{where}: ladder “{id}” reminds nobody within {lastReminder} working days before the due day.',
  'finding.ladder-too-dense': '{where}: ladder “{id}” grows denser after the due day; its rungs have to thin out.',
  'finding.ladder-urges-after-escalation': '{where}: ladder “{id}” still urges after it has escalated.',
  'finding.ladder-without-top': '{where}: ladder “{id}” does not end with an escalation.',
  'finding.ladder-silent-after':
    '{where}: ladder “{id}” is silent for more than {firstAfter} working days after the due day.',
};

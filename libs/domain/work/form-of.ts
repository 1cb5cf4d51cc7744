import type { ObligationKind } from '../plan/plan.types.js';

/** Forms of the console: a report with its figures, a registration, a paper as a whole, the answer to a difficulty. */
export type FormName = 'report' | 'registration' | 'paper' | 'answer';

/** The form on which each kind of work is filled in. A covenant that is signed together is signed on its own page. */
export const FORM_OF = {
  report: 'report',
  interim_review: 'report',
  final_report: 'report',
  follow_up: 'report',
  registration: 'registration',
  answer: 'answer',
  own_plan: 'paper',
  covenant: 'paper',
  event: 'paper',
  self_score: 'paper',
  verification: 'paper',
  ranking: 'paper',
  vote: 'paper',
  minutes: 'paper',
  proposal: 'paper',
  decision: 'paper',
} as const satisfies Record<ObligationKind, FormName>;
